"""A small filesystem of its own for DATA_DIR, so that filling it fills nothing else."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEGABYTES = 384
"""Room for the papers and pictures of a run of all faults, and little enough to be filled in a moment."""


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A mounted one where this machine allows it, otherwise a plain folder."""
    folder.mkdir(parents=True, exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "load", str(folder)]
    is_mounted = subprocess.run(mount, check=False, stderr=subprocess.DEVNULL).returncode == 0
    try:
        yield folder
    finally:
        if is_mounted:
            subprocess.run(["umount", "--lazy", str(folder)], check=False)
