"""What an application server costs by itself: ``python -m tests.bench.servers [--keep]``.

One process and four threads each, asked by 50 connections of ``wrk``: requests per second of the server's own processor
time, latency and memory. The application dumps twenty rows and does nothing else. ``--keep`` writes the table to
``infra/benchmarks/servers.md``. Servers that are not installed are left out. ``--path`` with an address of the
marketplace measures that application instead.
"""

import argparse
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import orjson

from tests.bench.hot_reads_load import family

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "infra" / "benchmarks" / "servers.md"
SECONDS, CONNECTIONS, THREADS = 6, 50, "4"
ROWS = [{"id": number, "name": f"text {number}", "values": [1, 2, 3]} for number in range(20)]
COMMANDS = {
    "granian": ["granian", "--interface", "wsgi", "--workers", "1", "--blocking-threads", THREADS, "--no-ws",
                "--backpressure", "128", "--log-level", "error", "--port"],
    "uvicorn": ["uvicorn", "--interface", "wsgi", "--log-level", "error", "--no-access-log", "--port"],
    "waitress": ["waitress", f"--threads={THREADS}", "--port"],
    "gunicorn": ["gunicorn", "-k", "gthread", "--threads", THREADS, "--keep-alive", "30", "--log-level", "error", "-b"],
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measured:
    server: str
    per_cpu_second: float
    median: str
    worst: str
    megabytes: float


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    body = orjson.dumps(ROWS)
    start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
    return [body]


def measure(name: str, app: str, path: str) -> Measured:
    port = _free_port()
    where = f"127.0.0.1:{port}" if name == "gunicorn" else str(port)
    process = subprocess.Popen(
        [sys.executable, "-m", *COMMANDS[name], where, app],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _await(port)
        _wrk(port, path, 1)
        before = _processor(process.pid)
        said = _wrk(port, path, SECONDS)
        used = _processor(process.pid) - before
        return _read(name, said, used, _megabytes(process.pid))
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


def _read(name: str, said: str, used: float, megabytes: float) -> Measured:
    requests = re.search(r"(\d+) requests in", said)
    latencies = dict(re.findall(r"(50|99)%\s+([\d.]+m?u?s)", said))
    if requests is None or "Non-2xx" in said:
        raise RuntimeError(f"{name} refused: {said}")
    return Measured(name, int(requests[1]) / used, latencies["50"], latencies["99"], megabytes)


def _wrk(port: int, path: str, seconds: int) -> str:
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", f"http://127.0.0.1:{port}{path}"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _processor(pid: int) -> float:
    """Seconds of processor time of the process and its children, so far."""
    ticks = 0
    for each in family(pid):
        fields = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _megabytes(pid: int) -> float:
    pages = sum(int(Path(f"/proc/{each}/statm").read_text().split()[1]) for each in family(pid))
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _await(port: int) -> None:
    end = time.monotonic() + 120
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(port)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def table(found: list[Measured], app: str, path: str) -> str:
    lines = [
        f"# Application servers on `{app}` `{path}`", "",
        "`python -m tests.bench.servers --keep`", "",
        "| server | requests per CPU second | median | 99% | memory MB |", "|---|---|---|---|---|",
    ]  # fmt: skip
    best_first = sorted(found, key=lambda each: -each.per_cpu_second)
    lines += [
        f"| {m.server} | {m.per_cpu_second:.0f} | {m.median} | {m.worst} | {m.megabytes:.0f} |" for m in best_first
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--path", help="an address of the marketplace, as /en/eu/products")
    parser.add_argument("--keep", action="store_true")
    chosen = parser.parse_args()
    app = "marketplace.wsgi:application" if chosen.path else "tests.bench.servers:application"
    found = [measure(name, app, chosen.path or "/") for name in COMMANDS if find_spec(name)]
    text = table(found, app, chosen.path or "/")
    sys.stdout.write(text)
    if chosen.keep:
        KEPT.parent.mkdir(exist_ok=True)
        KEPT.write_text(text)


if __name__ == "__main__":
    main()
