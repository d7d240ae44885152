#!/bin/sh
# A full backup on Sundays and where there is none yet, the changes since then on other days; then what is too old goes.
#   back_up_database.sh [full|diff]
set -eu

stanza=${STANZA:-marketplace}
type=${1:-}
if [ -z "$type" ]; then
  if [ "$(date -u +%u)" = 7 ]; then type=full; else type=diff; fi
fi
pgbackrest --stanza="$stanza" check
exec pgbackrest --stanza="$stanza" --type="$type" backup
