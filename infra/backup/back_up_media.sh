#!/bin/sh
# What people uploaded and what the marketplace wrote for them, encrypted and without repeating what is there already.
# restic reads RESTIC_REPOSITORY (a folder or s3:https://…/bucket) and RESTIC_PASSWORD_FILE from the environment.
#   DATA_DIR=/var/lib/marketplace back_up_media.sh
set -eu

: "${DATA_DIR:?names the folder of media and documents}" "${RESTIC_REPOSITORY:?names where backups go}"
cd "$DATA_DIR"
restic cat config >/dev/null 2>&1 || restic init --quiet
# The database, the search index and what collectstatic writes come back in other ways.
restic backup --quiet --host marketplace --tag media \
  --exclude ./search --exclude ./static --exclude './*.sqlite3*' .
restic forget --quiet --host marketplace --tag media --keep-daily 28 --keep-weekly 12 --keep-monthly 12 --prune
