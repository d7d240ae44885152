#!/usr/bin/env bash
# PostgreSQL, Redis, OpenSearch and two Stripes of the project's own: on loopback, on ports and in a folder of their own.
#   services.sh start | stop | env | run COMMAND…
set -euo pipefail

here=$(cd "$(dirname "$0")/../.." && pwd)
home=${SERVICES_DIR:-$here/var/services}
# Below the ports that systems lend to outgoing connections: one of those may be taken, or connect to itself.
pg_port=${SERVICES_PG_PORT:-25432}
redis_port=${SERVICES_REDIS_PORT:-26379}
search_port=${SERVICES_SEARCH_PORT:-29200}
search_node=$here/infra/search/node.sh
mock_port=${SERVICES_STRIPE_MOCK_PORT:-22111}
local_port=${SERVICES_LOCALSTRIPE_PORT:-22420}
stripe_servers=$here/infra/stripe/servers.sh
passing="-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c jit=off -c shared_buffers=256MB"

fail() { echo "services: $*" >&2; exit 1; }

find_postgres() {
  local folder
  folder=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
  [ -n "$folder" ] || fail "PostgreSQL is not installed: apt-get install postgresql"
  command -v redis-server >/dev/null || fail "Redis is not installed: apt-get install redis-server"
  pg_bin=$folder
}

# PostgreSQL refuses to run as root, so root lends it to the account that Debian's package made.
as_owner() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

choose_home() {
  mkdir -p "$home"
  if [ "$(id -u)" = 0 ]; then
    if ! runuser -u postgres -- test -x "$home"; then
      home=${TMPDIR:-/tmp}/marketplace-services-$(echo -n "$here" | cksum | cut -d' ' -f1)
      mkdir -p "$home"
    fi
    chown postgres "$home"
  fi
}

start() {
  find_postgres; choose_home
  # The search node takes longest and starts meanwhile; it runs as whoever starts it.
  "$search_node" start "$home/search" "$search_port"
  "$stripe_servers" start "$home/stripe" "$mock_port" "$local_port"
  if [ ! -f "$home/pg/PG_VERSION" ]; then
    as_owner "$pg_bin/initdb" -D "$home/pg" -U marketplace --auth=trust --encoding=UTF8 --locale=C.UTF-8 >/dev/null
  fi
  if ! as_owner "$pg_bin/pg_ctl" -D "$home/pg" status >/dev/null 2>&1; then
    # What is in it is made anew every time: nothing has to survive a power cut, and plans run once aren't worth compiling.
    as_owner "$pg_bin/pg_ctl" -D "$home/pg" -l "$home/pg.log" -w -t 60 \
      -o "-p $pg_port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$home -c max_connections=60 $passing" start >/dev/null \
      || fail "PostgreSQL did not start; see $home/pg.log"
  fi
  "$pg_bin/createdb" -h 127.0.0.1 -p "$pg_port" -U marketplace marketplace 2>/dev/null || \
    "$pg_bin/psql" -h 127.0.0.1 -p "$pg_port" -U marketplace -d marketplace -c 'select 1' >/dev/null
  if ! redis-cli -p "$redis_port" ping >/dev/null 2>&1; then
    mkdir -p "$home/redis"
    redis-server --port "$redis_port" --bind 127.0.0.1 --dir "$home/redis" --save '' --daemonize yes \
      --pidfile "$home/redis.pid" --logfile "$home/redis.log" >/dev/null
  fi
  for _ in $(seq 50); do redis-cli -p "$redis_port" ping >/dev/null 2>&1 && break; sleep 0.1; done
  redis-cli -p "$redis_port" ping >/dev/null || fail "Redis did not start; see $home/redis.log"
  "$search_node" await "$home/search" "$search_port"
  "$stripe_servers" await "$home/stripe" "$mock_port" "$local_port"
  addresses
}

addresses() {
  echo "DATABASE_URL=postgresql://marketplace@127.0.0.1:$pg_port/marketplace"
  echo "REDIS_URL=redis://127.0.0.1:$redis_port/0"
  echo "SEARCH_URL=opensearch+http://127.0.0.1:$search_port"
  echo "STRIPE_MOCK_URL=http://127.0.0.1:$mock_port"
  echo "LOCALSTRIPE_URL=http://127.0.0.1:$local_port"
}

stop() {
  find_postgres; choose_home
  if [ -f "$home/pg/postmaster.pid" ]; then as_owner "$pg_bin/pg_ctl" -D "$home/pg" -m fast stop >/dev/null; fi
  redis-cli -p "$redis_port" shutdown nosave >/dev/null 2>&1 || true
  "$stripe_servers" stop "$home/stripe"
  "$search_node" stop "$home/search"
}

case "${1:-}" in
  start) start ;;
  stop) stop ;;
  env) addresses ;;
  run)
    shift
    trap stop EXIT
    start >/dev/null
    set -a; eval "$(addresses)"; set +a
    "$@"
    ;;
  *) fail "say start, stop, env or run COMMAND" ;;
esac
