#!/bin/sh
# Whether there is something to restore from: the archive takes WAL, the newest backup is young enough and whole, and a
# part of the media repository reads back. Ends with 1 and a sentence otherwise; run every night after the backups.
#   check_backups.sh [hours that the newest backup may be old, 26]
set -eu

stanza=${STANZA:-marketplace}
oldest=$(( $(date +%s) - ${1:-26} * 3600 ))
fail() { echo "check_backups: $*" >&2; exit 1; }

pgbackrest --stanza="$stanza" check || fail "the archive does not take what PostgreSQL hands over"
pgbackrest --stanza="$stanza" verify >/dev/null || fail "a file of a backup is missing or damaged"
newest=$(pgbackrest --stanza="$stanza" --output=json info | tr ',' '\n' | sed -n 's/.*"stop":\([0-9]*\)}*.*/\1/p' | sort -n | tail -n 1)
[ -n "$newest" ] || fail "there is no backup of the database"
[ "$newest" -ge "$oldest" ] || fail "the newest backup of the database is of $(date -u -d "@$newest" '+%F %R') UTC"
restic check --quiet --read-data-subset=5% || fail "the media repository is damaged"
media=$(restic snapshots --json --host marketplace --tag media --latest 1 | sed -n 's/.*"time":"\([^"]*\)".*/\1/p')
[ -n "$media" ] || fail "there is no backup of media"
[ "$(date -d "$media" +%s)" -ge "$oldest" ] || fail "the newest backup of media is of $media"
echo "Backups are there: database $(date -u -d "@$newest" '+%F %R') UTC, archive and media answer."
