"""The demo world on a port of its own, in a folder that is thrown away, with static files as in production."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 1200
CHECKOUT = Path(__file__).parents[2]


@contextmanager
def demo(folder: Path) -> Iterator[str]:
    """The address of a site that answers; it is ended afterwards."""
    port = _free_port()
    site = f"http://127.0.0.1:{port}"
    environment = {
        **os.environ,
        "PORT": str(port),
        "HOST": "127.0.0.1",
        "DATA_DIR": str(folder / "data"),
        "PUBLIC_URL": site,
    }
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "tests.web_audit.serve"],
            env=environment,
            cwd=CHECKOUT,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait(site, server)
            yield site
        finally:
            server.terminate()
            server.wait(60)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _wait(site: str, server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if server.poll() is not None:
            raise SystemExit("The server ended; its log lies beside the report.")
        try:
            urllib.request.urlopen(f"{site}/health", timeout=5).close()  # noqa: S310  # loopback
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
        else:
            return
    raise SystemExit("The server did not answer in time.")
