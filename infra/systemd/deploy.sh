#!/bin/sh
# A new version on a plain server without losing a request: tables first, then one web process after the other, each only
# when the one before is ready; workers and clock last. /opt/marketplace is a link to the version's folder.
#   deploy.sh /opt/versions/1.4.0
set -eu

version=${1:?names the folder of the new version}
[ -x "$version/entrypoint" ] && [ -x "$version/venv/bin/granian" ] || { echo "deploy: $version is no version" >&2; exit 1; }

ln -sfn "$version" /opt/marketplace.next
mv -T /opt/marketplace.next /opt/marketplace
systemctl restart --job-mode=ignore-dependencies marketplace-migrate.service
for port in 8001 8002; do
  systemctl restart "marketplace-web@$port.service"
  tries=0
  until curl -fsS -o /dev/null "http://127.0.0.1:$port/health/ready"; do
    tries=$((tries + 1))
    [ "$tries" -lt 60 ] || { echo "deploy: the web on port $port does not become ready; the other one still serves" >&2; exit 1; }
    sleep 1
  done
done
systemctl restart 'marketplace-worker@*.service' marketplace-beat.service
