"""The two applications, each in one process of the same application server, on the same core."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.bench.hot_reads_load import Line, family

THREADS = "2"
"""As many as ask at once."""
COMMANDS: Mapping[str, list[str]] = {
    "granian": [
        "granian", "--interface", "wsgi", "--workers", "1", "--blocking-threads", THREADS, "--no-ws",
        "--blocking-threads-idle-timeout", "600", "--log-level",
        "warning", "--host", "127.0.0.1", "--port", "{port}", "{application}",
    ],
    "waitress": ["waitress-serve", "--listen=127.0.0.1:{port}", f"--threads={THREADS}", "{application}"],
    "gunicorn": [
        "gunicorn", "--worker-class", "gthread", "--workers", "1", "--threads", THREADS, "--log-level", "warning",
        "--keep-alive", "75", "--bind", "127.0.0.1:{port}", "{application}",
    ],
}  # fmt: skip
LIMIT, MARKET = "tests.bench.limit_app:application", "marketplace.wsgi:application"


@dataclass(frozen=True, slots=True)
class Server:
    process: subprocess.Popen[bytes]
    port: int

    def lines(self, number: int) -> list[Line]:
        return [Line(self.port) for _ in range(number)]

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def start(server: str, application: str, port: int, variables: Mapping[str, str], *, core: int | None) -> Server:
    """Started and answering on ``port``."""
    folder = Path(sys.executable).parent
    command = [part.format(port=port, application=application) for part in COMMANDS[server]]
    process = subprocess.Popen(
        [str(folder / command[0]), *command[1:]],
        env={**os.environ, "PYTHONPATH": str(Path.cwd()), **variables},
    )
    for _ in range(3000):
        try:
            Line(port).close()
            break
        except OSError:
            if process.poll() is not None:
                raise RuntimeError(f"{server} did not start") from None
            time.sleep(0.1)
    started = Server(process, port)
    on_core(family(process.pid), core)
    return started


def on_core(pids: list[int], core: int | None) -> None:
    """All threads of these processes, where that may be said."""
    if core is None or not hasattr(os, "sched_setaffinity"):
        return
    for pid in pids:
        for thread in Path(f"/proc/{pid}/task").iterdir():
            os.sched_setaffinity(int(thread.name), {core})
