"""One worker of granian as the image starts it, with the settings of production and a search index of its own."""

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.hot_reads_servers import Server
from tests.bench.memory_line import PatientLine
from tests.bench.memory_requests import HOST, get

SECRETS = {"SECRET_KEY": "only-while-memory-is-measured-" * 4, "SEALING_KEYS": "only-while-memory-is-measured-here"}
COMMAND = ["granian", "--interface", "wsgi", "--host", "127.0.0.1", "--workers", "1", "--blocking-threads", "4",
           "--backpressure", "128", "--log-level", "warning"]  # fmt: skip


def started(folder: Path, database: str, port: int) -> Server:
    """Answering; ``folder`` becomes its DATA_DIR."""
    variables = _environment(folder, database)
    for job in (["collectstatic", "--no-input", "--verbosity", "0"], ["rebuild_index"]):
        subprocess.run(
            [sys.executable, "-m", "marketplace", *job], env=variables, check=True, stdout=subprocess.DEVNULL
        )
    program = Path(sys.executable).parent / COMMAND[0]
    process = subprocess.Popen(
        [str(program), *COMMAND[1:], "--port", str(port), "marketplace.wsgi:application"], env=variables
    )
    try:
        _await(process, port)
    except BaseException:
        process.kill()
        raise
    return Server(process, port)


def _environment(folder: Path, database: str) -> dict[str, str]:
    kept = {
        name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG", "TMPDIR", "REDIS_URL"}
    }
    return {
        **kept,
        **SECRETS,
        "MARKETPLACE_MODE": "production",
        "PUBLIC_URL": f"https://{HOST}",
        "ALLOWED_HOSTS": HOST,
        "DATABASE_URL": database,
        "DATA_DIR": str(folder),
        "REQUESTS_PER_MINUTE": "0",
        "LOG_LEVEL": "ERROR",
        "PYTHONPATH": str(Path.cwd()),
    }


def _await(process: "subprocess.Popen[bytes]", port: int) -> None:
    until = time.monotonic() + 300
    while process.poll() is None and time.monotonic() < until:
        try:
            if PatientLine(port).status(get("/health/ready")) == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("the server did not get ready")
