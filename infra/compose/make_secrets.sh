#!/bin/sh
# Draws the secrets that are random and writes them into FOLDER, one file each; what is there already stays.
#   make_secrets.sh [FOLDER, secrets beside this script]
set -eu

umask 077
folder=${1:-$(dirname "$0")/secrets}
mkdir -p "$folder"
random() { od -An -tx1 -N 32 /dev/urandom | tr -d ' \n'; }
keep() { [ -e "$folder/$1" ] || { cat >"$folder/$1"; chmod 0444 "$folder/$1"; }; }

random | keep POSTGRES_PASSWORD
random | keep REDIS_PASSWORD
password=$(cat "$folder/POSTGRES_PASSWORD")
redis=$(cat "$folder/REDIS_PASSWORD")
random | keep SECRET_KEY
random | keep SEALING_KEYS
random | keep METRICS_TOKEN
printf 'postgresql://marketplace:%s@postgres/marketplace' "$password" | keep DATABASE_URL
printf 'redis://:%s@redis:6379/0' "$redis" | keep REDIS_URL
printf 'requirepass %s\nappendonly yes\nappendfsync everysec\nmaxmemory 384mb\nmaxmemory-policy noeviction\ndir /data\n' "$redis" |
  keep redis.conf
printf '[global]\nrepo1-cipher-pass=%s\n' "$(random)" | keep backup-repository.conf
# These come from elsewhere: an empty file means that the marketplace does without.
for name in MAIL_URL STRIPE_SECRET_KEY STRIPE_WEBHOOK_SECRET VAPID_PRIVATE_KEY; do
  printf '' | keep "$name"
done
chmod 0700 "$folder"  # the files can be read by every container that is given them, the folder by nobody
echo "Secrets are in $folder. Keep a copy of backup-repository.conf and SEALING_KEYS elsewhere: without them no backup opens."
