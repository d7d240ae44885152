"""The marketplace beside a cluster: its commands and its buyers, in processes of their own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.infra.restore.cluster import Cluster

ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Marketplace:
    cluster: Cluster
    data_dir: Path
    mode: str = "development"

    def command(self, *words: str) -> str:
        """What ``python -m marketplace …`` says; raises when it finds something wrong."""
        return self._run("-m", "marketplace", *words)

    def load_world(self) -> None:
        self._run("-m", "tests.infra.restore.load_world")

    def place_orders(self, count: int, seconds: float = 0) -> list[tuple[str, float]]:
        """Numbers of paid orders, and the Unix time at which each was promised to its buyer."""
        return promises(self._run(*ORDERS, str(count), str(seconds)))

    def go_on_ordering(self, pause: float, notes: Path) -> subprocess.Popen[bytes]:
        """The same beside the caller, for as long as there is a database; promises are lines of ``notes``."""
        with notes.open("wb") as out:
            return subprocess.Popen(
                [sys.executable, *ORDERS, "100000", str(pause)],
                cwd=ROOT, env=self._variables(), stdout=out, stderr=subprocess.DEVNULL,
            )  # fmt: skip

    def _run(self, *words: str) -> str:
        done = subprocess.run(
            [sys.executable, *words], cwd=ROOT, env=self._variables(), capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            raise RuntimeError(f"{' '.join(words)}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
        return done.stdout

    def _variables(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name not in LEFT_OUT}
        return {
            **kept,
            "MARKETPLACE_MODE": self.mode,
            "DJANGO_SETTINGS_MODULE": f"marketplace.settings.{self.mode}",
            "DATABASE_URL": self.cluster.url("marketplace"),
            "DATA_DIR": str(self.data_dir),
        }


ORDERS = ("-m", "tests.infra.restore.place_orders")
LEFT_OUT = {"REDIS_URL", "SEARCH_URL", "STRIPE_MOCK_URL", "LOCALSTRIPE_URL", "PYTEST_CURRENT_TEST"}


def promises(lines: str) -> list[tuple[str, float]]:
    """What `place_orders` printed; a line that a crash cut off was promised to nobody."""
    whole = [line.split() for line in lines.splitlines()]
    return [(words[0], float(words[1])) for words in whole if len(words) == 2]
