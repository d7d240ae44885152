#!/usr/bin/env bash
# Two other people's Stripes on loopback, for the tests (README.md): stripe-mock and localstripe.
#   servers.sh start FOLDER MOCK_PORT LOCAL_PORT | await FOLDER MOCK_PORT LOCAL_PORT | stop FOLDER
# Everything they download and write stays in FOLDER. Messages go to standard error.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
checkout=$(cd "$here/../.." && pwd)
folder=${2:?say which folder}
mock_port=${3:-}
local_port=${4:-}

say() { echo "stripe servers: $*" >&2; }
fail() { say "$*"; exit 1; }
python() { if [ -x "$checkout/.venv/bin/python" ]; then "$checkout/.venv/bin/python" "$@"; else python3 "$@"; fi; }

# Changes with everything that a server is made of.
recipe() { cat "$@" | sha256sum | cut -c 1-12; }

# Go compares every module with go.sum before it compiles any.
build_mock() {
  mock=$folder/stripe-mock-$(recipe "$here/go.mod" "$here/go.sum")
  if [ -x "$mock" ]; then return; fi
  command -v go >/dev/null || fail "Go is not installed: apt-get install golang-go (1.22 or newer)"
  say "fetching and compiling stripe-mock (half a minute, once) …"
  rm -f "$folder"/stripe-mock-*
  (cd "$here" && env GOFLAGS=-mod=readonly GOTOOLCHAIN=local CGO_ENABLED=0 GOPATH="$folder/go" GOCACHE="$folder/go/cache" \
    go build -trimpath -o "$mock.fresh" github.com/stripe/stripe-mock) >"$folder/go.log" 2>&1 \
    || { tail -n 20 "$folder/go.log" >&2; fail "stripe-mock could not be built; see $folder/go.log"; }
  chmod -R u+w "$folder/go" && rm -rf "$folder/go"
  mv "$mock.fresh" "$mock"
}

# A program of its own in an environment of its own: nothing of it is ever imported here.
build_local() {
  local=$folder/localstripe-$(recipe "$here"/localstripe*.lock)
  if [ -e "$local/complete" ]; then return; fi
  say "fetching localstripe (once) …"
  rm -rf "$folder"/localstripe-*/
  python -m venv "$local"
  # It is published as source alone: what builds it is pinned as well.
  pip() { "$local/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --no-cache-dir "$@" >&2; }
  { pip --only-binary :all: -r "$here/localstripe-build.lock" \
    && TMPDIR=$folder pip --only-binary :all: --no-binary localstripe --no-build-isolation -r "$here/localstripe.lock"; } \
    || fail "localstripe could not be installed"
  touch "$local/complete"
}

# The pid of a running server, or nothing; a pid that another program has by now does not count.
running() {
  local pid
  pid=$(cat "$folder/$1.pid" 2>/dev/null) || return 1
  ps -o args= -p "$pid" 2>/dev/null | grep -q "$1"
}

start() {
  mkdir -p "$folder"
  build_mock; build_local
  if ! running stripe-mock; then
    nohup "$mock" -http-addr "127.0.0.1:$mock_port" -https-addr 127.0.0.1:0 >"$folder/stripe-mock.log" 2>&1 </dev/null &
    echo $! > "$folder/stripe-mock.pid"
  fi
  if ! running localstripe; then
    (cd "$folder" && PYTHONPATH=$here exec nohup "$local/bin/python" -m localstripe --port "$local_port" --from-scratch \
      >"$folder/localstripe.log" 2>&1 </dev/null) &
    echo $! > "$folder/localstripe.pid"
  fi
}

answers() { python -c 'import socket, sys; socket.create_connection(("127.0.0.1", int(sys.argv[1])), 1).close()' "$1" 2>/dev/null; }

await() {
  local name port
  for name in stripe-mock localstripe; do
    if [ "$name" = stripe-mock ]; then port=$mock_port; else port=$local_port; fi
    for _ in $(seq 100); do
      if answers "$port"; then continue 2; fi
      running "$name" || break
      sleep 0.2
    done
    tail -n 20 "$folder/$name.log" >&2
    fail "$name did not start; see $folder/$name.log"
  done
}

stop() {
  local name
  for name in stripe-mock localstripe; do
    if running "$name"; then kill "$(cat "$folder/$name.pid")"; fi
    rm -f "$folder/$name.pid"
  done
}

case "${1:-}" in
  start) [ -n "$local_port" ] || fail "say which ports"; start ;;
  await) [ -n "$local_port" ] || fail "say which ports"; await ;;
  stop) stop ;;
  *) fail "say start, await or stop" ;;
esac
