"""A PostgreSQL of its own, for as long as a test needs it; it refuses to run as root, who lends it to its account."""

import os
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

ARCHIVING = Path(__file__).resolve().parents[3] / "infra" / "backup" / "archiving.conf"


def as_owner(*command: str, variables: dict[str, str] | None = None, quiet: bool = True) -> str:
    """What the command printed, run as the account that owns PostgreSQL's files; raises with what it said."""
    lent = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    given = [f"{name}={value}" for name, value in (variables or {}).items()]
    done = subprocess.run([*lent, "env", *given, *command], capture_output=True, text=True, cwd="/", check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)}: {done.stdout}{done.stderr}")
    return done.stdout


def owned_folder(path: Path) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    if os.geteuid() == 0:
        shutil.chown(path, "postgres")
    return path


@dataclass(frozen=True)
class Cluster:
    """``home`` holds the data folder, socket and log; ``variables`` are what its archive command sees."""

    home: Path
    port: int
    programs: Path
    variables: dict[str, str]

    @property
    def data(self) -> Path:
        return self.home / "data"

    def url(self, database: str) -> str:
        return f"postgresql://marketplace@127.0.0.1:{self.port}/{database}"

    def create(self) -> None:
        as_owner(
            f"{self.programs}/initdb", "--data-checksums", "-D", str(self.data), "-U", "marketplace",
            "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8",
        )  # fmt: skip
        with (self.data / "postgresql.conf").open("a") as settings:
            settings.write(ARCHIVING.read_text())
            settings.write(
                f"port = {self.port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = '{self.home}'\n"
                "max_connections = 30\nshared_buffers = 64MB\n"
            )

    def start(self) -> None:
        as_owner(
            f"{self.programs}/pg_ctl", "-D", str(self.data), "-l", str(self.home / "log"), "-w", "-t", "120", "start",
            variables=self.variables,
        )  # fmt: skip

    def stop(self, mode: str = "fast") -> None:
        """``immediate`` is what a power cut leaves."""
        if (self.data / "postmaster.pid").exists():
            as_owner(f"{self.programs}/pg_ctl", "-D", str(self.data), "-m", mode, "-w", "stop")

    def lose(self) -> None:
        """The machine is gone, and with it everything on its disk."""
        self.stop("immediate")
        shutil.rmtree(self.data)
        owned_folder(self.data).chmod(0o700)

    def ask(self, statement: str, database: str = "marketplace") -> str:
        return as_owner(
            f"{self.programs}/psql", "-h", "127.0.0.1", "-p", str(self.port), "-U", "marketplace", "-d", database,
            "-v", "ON_ERROR_STOP=1", "-Atqc", statement,
        ).strip()  # fmt: skip

    def await_writable(self, patience: float = 300) -> None:
        """Until recovery has ended and the server takes writes again."""
        until = time.monotonic() + patience
        while self.ask("SELECT pg_is_in_recovery()", "postgres") != "f":
            if time.monotonic() > until:
                raise RuntimeError(f"recovery did not end in {patience} s; see {self.home / 'log'}")
            time.sleep(0.2)
