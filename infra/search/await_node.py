"""Wait until the search node answers and say how long it took. Arguments: port, pid, time of launch, Java's version."""

import http.client
import json
import os
import sys
import time
import urllib.request

LONGEST = 120.0
"""Seconds; a busy machine of two cores takes some ten."""


def main(port: str, pid: str, launched: str, java: str) -> int:
    address = f"http://127.0.0.1:{port}"
    begun = time.time()
    while time.time() - begun < LONGEST and _alive(int(pid)):
        try:
            version = _read(address)["version"]
            _read(f"{address}/_cluster/health?wait_for_status=yellow&timeout=1s")
        except (OSError, http.client.HTTPException, ValueError):
            time.sleep(0.1)
            continue
        return _report(version, f"{java}, answered {time.time() - float(launched):.1f} s after its launch")
    return 1


def _report(version: dict[str, str], circumstances: str) -> int:
    ours = version.get("distribution") == "opensearch"
    told = f"OpenSearch {version['number']}, {circumstances}" if ours else "the port belongs to another program"
    sys.stderr.write(f"search node: {told}\n")
    return 0 if ours else 1


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def _read(url: str) -> dict[str, dict[str, str]]:
    with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - the address above, on this machine
        read: dict[str, dict[str, str]] = json.load(answer)
    return read


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:5]))
