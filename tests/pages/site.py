"""A demo of its own on a free port of this machine, in a folder that the caller throws away."""

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

PATIENCE = 1800
SECRET = "only-for-pictures-" * 4
LOG = "server.log"
SHOWN = "http://127.0.0.1:8000"
"""The address that its pages name, whatever the port: it stands in codes and links that are compared."""


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@contextmanager
def pinned_demo(folder: Path) -> Iterator[str]:
    """The address of the demo that is the same every time (`tests.pages.pinned`)."""
    server, site = start(folder)
    try:
        wait_for(site, server, folder / LOG)
        yield site
    finally:
        end(server)


def end(server: "subprocess.Popen[bytes]") -> None:
    """As one asks; after a while without asking."""
    server.terminate()
    try:
        server.wait(60)
    except subprocess.TimeoutExpired:
        server.kill()


def start(folder: Path) -> "tuple[subprocess.Popen[bytes], str]":
    """Its process, which may take a while until it answers, and its address."""
    port = free_port()
    away = ("DATABASE_URL", "REDIS_URL", "SEARCH_URL", "STRIPE_SECRET_KEY", "TAX_INVOICE_URL")
    environment = {name: value for name, value in os.environ.items() if name not in away} | {
        "DJANGO_SETTINGS_MODULE": "marketplace.settings.development",
        "MARKETPLACE_MODE": "development",
        "PYTHONHASHSEED": "0",
        "SECRET_KEY": SECRET,
        "PORT": str(port),
        "PUBLIC_URL": SHOWN,
        "DATA_DIR": str(folder / "data"),
    }
    with (folder / LOG).open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "tests.pages.pinned"], env=environment, stdout=log, stderr=subprocess.STDOUT
        )
    return server, f"http://127.0.0.1:{port}"


def wait_for(site: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if server.poll() is not None:
            raise AssertionError(f"The demo ended before it began: …{log.read_text()[-2000:]}")
        try:
            urllib.request.urlopen(f"{site}/robots.txt", timeout=60).close()  # noqa: S310  # loopback
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
        else:
            return
    raise AssertionError(f"The demo did not answer: …{log.read_text()[-2000:]}")
