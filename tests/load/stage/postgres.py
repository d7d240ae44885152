"""PostgreSQL nodes of our own: a primary, and a standby that confirms every commit before the client hears of it."""

import os
import shutil
import signal
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg

USER = "marketplace"
SYNCHRONOUS = "ANY 1 (*)"
HERE = "-c max_connections=150 -c wal_level=replica -c max_wal_senders=4 -c fsync=off"
"""Processes die here, not the machine: what they handed to the kernel stays, and the disk is not waited for."""


def _program(name: str) -> str:
    [*found] = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    if not found:
        raise RuntimeError("PostgreSQL is not installed: apt-get install postgresql")
    return str(found[-1])


@dataclass
class Node:
    """A data folder and a port; nothing runs until `start`."""

    folder: Path
    port: int

    def make(self) -> None:
        """A new, empty cluster."""
        self._empty()
        self._run("initdb", "-D", str(self.folder), "-U", USER, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8")

    def copy(self, primary: "Node") -> None:
        """Become a standby of ``primary`` (not started yet)."""
        self._empty()
        self._run(
            "pg_basebackup", "-D", str(self.folder), "-h", "127.0.0.1", "-p", str(primary.port), "-U", USER,
            "-R", "-X", "stream", "-c", "fast",
        )  # fmt: skip

    def start(self) -> None:
        settings = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self.folder}"
        self._run(
            "pg_ctl", "-D", str(self.folder), "-l", f"{self.folder}.log", "-w", "-t", "60", "-o",
            f"{settings} {HERE}", "start",
        )  # fmt: skip

    def restart_at_once(self) -> None:
        """As after a loss of power: nothing is flushed, every connection is cut, the log is replayed."""
        self._run("pg_ctl", "-D", str(self.folder), "-w", "-t", "60", "-m", "immediate", "restart")

    def kill(self) -> None:
        """SIGKILL to the postmaster; its children notice and end."""
        pid = int((self.folder / "postmaster.pid").read_text().splitlines()[0])
        os.kill(pid, signal.SIGKILL)
        for _ in range(100):
            if not Path(f"/proc/{pid}").exists():
                break
            time.sleep(0.05)

    def promote(self) -> None:
        self._run("pg_ctl", "-D", str(self.folder), "-w", "-t", "60", "promote")

    def stop(self) -> None:
        with suppress(subprocess.CalledProcessError):
            self._run("pg_ctl", "-D", str(self.folder), "-w", "-m", "fast", "stop")

    def execute(self, statement: str, database: str = "postgres") -> list[tuple[object, ...]]:
        with psycopg.connect(f"postgresql://{USER}@127.0.0.1:{self.port}/{database}", autocommit=True) as connection:
            cursor = connection.execute(statement)  # type: ignore[call-overload]
            return cursor.fetchall() if cursor.description else []

    def confirm_commits_elsewhere(self, is_wanted: bool) -> None:
        """Whether a commit waits until a standby has it."""
        names = SYNCHRONOUS if is_wanted else ""
        self.execute(f"ALTER SYSTEM SET synchronous_standby_names = '{names}'")
        self.execute("SELECT pg_reload_conf()")

    def await_standby(self) -> None:
        for _ in range(300):
            if self.execute("SELECT 1 FROM pg_stat_replication WHERE state = 'streaming'"):
                return
            time.sleep(0.1)
        raise RuntimeError("the standby does not stream")

    def _empty(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True, mode=0o700)
        if os.geteuid() == 0:
            shutil.chown(self.folder.parent, "postgres")
            shutil.chown(self.folder, "postgres")

    def _run(self, name: str, *arguments: str) -> None:
        """PostgreSQL refuses to run as root, so root lends it to the account that Debian's package made."""
        lent = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        subprocess.run(
            [*lent, _program(name), *arguments],
            check=True,
            cwd="/",
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


class Pair:
    """Two nodes, of which one is the primary."""

    def __init__(self, folder: Path, ports: tuple[int, int]) -> None:
        self.primary, self.standby = (Node(folder / f"node-{port}", port) for port in ports)
        self.is_doubled = False

    def start(self) -> None:
        """With the tables of an earlier run, where they were kept."""
        if self._kept.exists():
            self._copy(self._kept, self.primary.folder)
        else:
            self.primary.make()
        self.primary.start()

    @property
    def is_fresh(self) -> bool:
        return not self._kept.exists()

    def keep(self) -> None:
        """The next run begins with what is there now."""
        self.primary.stop()
        self._copy(self.primary.folder, self._kept)
        self.primary.start()

    @property
    def _kept(self) -> Path:
        return self.primary.folder.parent / "migrated"

    def _copy(self, source: Path, target: Path) -> None:
        shutil.rmtree(target, ignore_errors=True)
        subprocess.run(["cp", "--archive", str(source), str(target)], check=True)

    def double(self) -> None:
        """From now on two nodes have what a client was told is stored."""
        self.standby.copy(self.primary)
        self.standby.start()
        self.primary.await_standby()
        self.primary.confirm_commits_elsewhere(True)
        self.is_doubled = True

    def fail_over(self) -> Node:
        """The primary dies, the standby takes its place; returns it."""
        self.primary.kill()
        self.standby.promote()
        self.primary, self.standby = self.standby, self.primary
        self.primary.confirm_commits_elsewhere(False)
        self.is_doubled = False
        return self.primary

    def stop(self) -> None:
        for node in (self.standby, self.primary):
            if (node.folder / "postmaster.pid").exists():
                node.stop()
