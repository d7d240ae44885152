"""One marketplace with its backups, below one folder."""

import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.infra.restore.cluster import Cluster, owned_folder
from tests.infra.restore.marketplace import Marketplace
from tests.infra.restore.media import Media
from tests.infra.restore.repository import Repository, variables


@dataclass(frozen=True)
class Site:
    cluster: Cluster
    repository: Repository
    marketplace: Marketplace
    media: Media


@contextmanager
def new_site(mode: str) -> Iterator[Site]:
    """A running, empty server with archiving on; it is stopped and everything of it removed at the end."""
    home = owned_folder(Path(tempfile.mkdtemp(prefix="marketplace-restore-")))
    home.chmod(0o755)
    try:
        cluster = _running_cluster(home)
        marketplace = Marketplace(cluster, home / "files", mode)
        marketplace.data_dir.mkdir()
        try:
            yield Site(cluster, Repository(cluster), marketplace, Media(marketplace.data_dir, home))
        finally:
            cluster.stop("immediate")
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _running_cluster(home: Path) -> Cluster:
    port = free_port()
    cluster = Cluster(owned_folder(home / "cluster"), port, programs(), variables(home, port))
    cluster.create()
    cluster.start()
    subprocess.run(
        [f"{cluster.programs}/createdb", "-h", "127.0.0.1", "-p", str(port), "-U", "marketplace", "marketplace"],
        check=True,
    )
    return cluster


def programs() -> Path:
    """Where the newest PostgreSQL of this machine is."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    return found[-1]


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
