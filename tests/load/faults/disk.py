"""No space left where uploads, papers and pictures are written."""

import os
from pathlib import Path

from tests.load.faults.fault import Fault

SMALL = 512 * 1024 * 1024


class Full(Fault):
    name = "disk full"
    expected = "whoever uploads is told to come again; everything else goes on"

    @property
    def _ballast(self) -> Path:
        return self.stage.data / "ballast"

    def strike(self) -> str:
        with self._ballast.open("wb") as file:
            try:
                while True:
                    file.write(b"\0" * 1024 * 1024)
                    file.flush()
            except OSError as full:
                return f"DATA_DIR is a filesystem of its own, filled: {os.strerror(full.errno or 0)}"

    def heal(self) -> None:
        self._ballast.unlink(missing_ok=True)

    def can_strike(self) -> str:
        there = os.statvfs(self.stage.data)
        is_small = there.f_blocks * there.f_frsize <= SMALL
        return "" if is_small else "no small filesystem of its own for DATA_DIR (mounting one needs root)"
