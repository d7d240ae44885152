#!/bin/sh
# Reads secrets from files, one a variable (the file's name is the variable's), then becomes the command: signals reach it.
# Containers mount them at /run/secrets; systemd names its folder of credentials in CREDENTIALS_DIRECTORY.
#   entrypoint.sh COMMAND…
set -eu

for file in "${CREDENTIALS_DIRECTORY:-/run/secrets}"/*; do
  [ -f "$file" ] || continue
  name=${file##*/}
  case "$name" in
    *[!A-Z0-9_]*|[0-9]*) continue ;;
  esac
  export "$name=$(cat "$file")"
done

exec "$@"
