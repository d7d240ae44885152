"""The repository of backups, with the marketplace's configuration; only folders and pass phrase are the test's."""

from dataclasses import dataclass
from pathlib import Path

from tests.infra.restore.cluster import Cluster, as_owner, owned_folder

CONFIGURATION = Path(__file__).resolve().parents[3] / "infra" / "backup" / "pgbackrest.conf"
STANZA = "--stanza=marketplace"


@dataclass(frozen=True)
class Repository:
    cluster: Cluster

    def prepare(self) -> None:
        self._run("stanza-create")
        self._run("check")

    def back_up(self, kind: str) -> None:
        """``full`` or ``diff``."""
        self._run(f"--type={kind}", "backup")

    def verify(self) -> None:
        self._run("verify")

    def restore(self, *, until: str | None = None) -> None:
        """To just before ``until`` (a time with its zone), or to the end of what was archived."""
        target = [f"--target={until}", "--type=time", "--target-exclusive", "--target-action=promote"] if until else []
        self._run("--delta", *target, "restore")

    def _run(self, *arguments: str) -> str:
        return as_owner("pgbackrest", STANZA, *arguments, variables=self.cluster.variables)


def variables(home: Path, port: int) -> dict[str, str]:
    """What replaces the configuration's folders: everything below ``home``."""
    folders = {name: str(owned_folder(home / name)) for name in ("repository", "spool", "locks", "logs")}
    configuration = home / "pgbackrest.conf"
    configuration.write_text(CONFIGURATION.read_text())
    configuration.chmod(0o644)
    return {
        "PGBACKREST_CONFIG": str(configuration),
        "PGBACKREST_REPO1_PATH": folders["repository"],
        "PGBACKREST_REPO1_CIPHER_PASS": "a pass phrase that only this test knows",
        "PGBACKREST_SPOOL_PATH": folders["spool"],
        "PGBACKREST_LOCK_PATH": folders["locks"],
        "PGBACKREST_LOG_PATH": folders["logs"],
        "PGBACKREST_PG1_PATH": str(home / "cluster" / "data"),
        "PGBACKREST_PG1_PORT": str(port),
        "PGBACKREST_PG1_USER": "marketplace",
        "PGBACKREST_PG1_DATABASE": "postgres",
        "PGBACKREST_PG1_SOCKET_PATH": str(home / "cluster"),
    }
