"""A PostgreSQL of a test's own, and a streaming replica of it: real servers on loopback, gone afterwards."""

import os
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=32MB", "max_connections=60")


@dataclass
class Server:
    folder: Path
    port: int

    @property
    def url(self) -> str:
        return f"postgresql://market@127.0.0.1:{self.port}/market"

    def start(self, *settings: str) -> None:
        options = " ".join(f"-c {setting}" for setting in (*QUICK, *settings))
        start = (
            f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self.folder.parent} {options}"
        )
        _as_owner("pg_ctl", "-D", self.folder, "-l", f"{self.folder}.log", "-w", "-t", "60", "-o", start, "start")

    def stop(self, how: str = "fast") -> None:
        _as_owner("pg_ctl", "-D", self.folder, "-m", how, "-w", "stop", check=False)

    def say(self, statement: str) -> str:
        return _as_owner("psql", "-h", "127.0.0.1", "-p", self.port, "-U", "market", "-d", "market", "-Atc", statement)


@contextmanager
def primary() -> Iterator[Server]:
    with tempfile.TemporaryDirectory(prefix="marketplace-pg-", ignore_cleanup_errors=True) as name:
        home = Path(name)
        _lend(home)
        server = Server(home / "primary", free_port())
        _as_owner(
            "initdb", "-D", server.folder, "-U", "market", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "-N"
        )
        server.start()
        try:
            _as_owner("createdb", "-h", "127.0.0.1", "-p", server.port, "-U", "market", "market")
            yield server
        finally:
            server.stop("immediate")


@contextmanager
def replica_of(server: Server, *settings: str) -> Iterator[Server]:
    """Made by ``pg_basebackup``, following by streaming; ``settings`` as ``recovery_min_apply_delay=2s``."""
    copy = Server(server.folder.parent / "replica", free_port())
    origin = ("-h", "127.0.0.1", "-p", server.port, "-U", "market")
    _as_owner("pg_basebackup", *origin, "-D", copy.folder, "-R", "-X", "stream", "-c", "fast")
    copy.start("hot_standby=on", *settings)
    try:
        yield copy
    finally:
        copy.stop("immediate")


def _as_owner(program: str, *arguments: object, check: bool = True) -> str:
    """PostgreSQL refuses to run as root, which then lends it to the account of Debian's package."""
    borrowed = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    command = [*borrowed, str(BINARIES[-1] / program), *map(str, arguments)]
    with tempfile.TemporaryFile("w+") as said:  # a pipe would stay open with the server
        code = subprocess.run(command, stdout=said, stderr=subprocess.STDOUT, timeout=120, cwd="/").returncode
        said.seek(0)
        text = said.read()
    if check and code:
        raise RuntimeError(f"{program} failed: {text}")
    return text.strip()


def _lend(folder: Path) -> None:
    if os.getuid() == 0:
        subprocess.run(["chown", "postgres", folder], check=True)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
