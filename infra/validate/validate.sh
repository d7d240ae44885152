#!/usr/bin/env bash
# Builds the validator once for its sources (Go, every module with its hash) and runs it.
#   validate.sh ARGUMENTS…      see main.go
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
home=${VALIDATE_DIR:-$here/../../var/validate}
sources=$(cat "$here"/*.go "$here"/go.mod "$here"/go.sum | cksum | cut -d' ' -f1)
program=$home/validate-$sources
if [ ! -x "$program" ]; then
  command -v go >/dev/null || { echo "validate: Go is not installed" >&2; exit 1; }
  mkdir -p "$home"
  # Who comes second waits and finds it done.
  (
    flock 9
    [ -x "$program" ] || { cd "$here" && go build -trimpath -ldflags='-s -w' -o "$program.$$" . && mv "$program.$$" "$program"; }
  ) 9>"$home/building"
fi
exec "$program" "$@"
