"""Commands in a finished layer as an engine would run them: no root, no capability, read-only, secrets as files."""

import os
import shutil
import subprocess
from pathlib import Path

from tests.infra.container.build import Layer, mount

LIFT = ("setpriv", "--reuid=10001", "--regid=10001", "--clear-groups", "--no-new-privs", "--bounding-set=-all",
        "--inh-caps=-all")  # fmt: skip
WRITABLE = ("tmp", "var/lib/marketplace")


def seal(layer: Layer, secrets: dict[str, str]) -> None:
    """Make the tree read-only but for the declared folders, which are empty ones of their own."""
    folder = layer.root / "run" / "secrets"
    folder.mkdir(parents=True, exist_ok=True)
    for name, value in secrets.items():
        (folder / name).write_text(value)
    mount("-o", "remount,ro", str(layer.root))
    for writable in WRITABLE:
        mount("-t", "tmpfs", "-o", "mode=1777", "tmpfs", str(layer.root / writable))


def command(layer: Layer, words: list[str], **settings: str) -> subprocess.Popen[bytes]:
    """Through the image's entrypoint, in its folder. The image's PATH has no folder of the system's own programs."""
    variables = {**layer.variables, **settings}
    chroot = shutil.which("chroot", path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
    return subprocess.Popen(
        [chroot or "chroot", str(layer.root), *LIFT, "sh", "-c", 'cd "$1"; shift; exec "$@"', "sh", layer.folder,
         "/opt/marketplace/entrypoint", *words],
        env=variables,
    )  # fmt: skip


def size(folder: Path) -> int:
    """Bytes of files below a folder."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir())
