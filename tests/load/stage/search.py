"""The search node, through the script that the other tests use."""

import os
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from tests.load.stage.program import CHECKOUT

PATIENCE = 900
"""Seconds in which a node comes back."""
SCRIPT = str(CHECKOUT / "infra" / "search" / "node.sh")


@dataclass
class SearchNode:
    folder: Path
    port: int

    @property
    def url(self) -> str:
        return f"opensearch+http://127.0.0.1:{self.port}"

    def start(self) -> None:
        self._say("start")

    def await_answer(self) -> None:
        """A machine with much else to do starts it slowly: the script's own patience is asked for again and again."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                return self._say("await")
            except subprocess.CalledProcessError:
                if time.monotonic() > until:
                    raise
                self.start()  # nothing, where it still runs

    def kill(self) -> int:
        pid = int((self.folder / "pid").read_text())
        os.kill(pid, signal.SIGKILL)
        return pid

    def stop(self) -> None:
        self._say("stop")

    def _say(self, word: str) -> None:
        subprocess.run(
            [SCRIPT, word, str(self.folder), str(self.port)],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
