"""The clock of one worker jumps: a day ahead, and an hour back."""

import threading
from pathlib import Path

from tests.load.faults.fault import Fault
from tests.load.stage.program import Program

LIBRARY = "faketime/libfaketimeMT.so.1"


class Jumped(Fault):
    name = "clock of a worker jumps"
    expected = "nothing is seen; what it took or put off is not lost until that day"
    lasts = 24.0

    def strike(self) -> str:
        return "libfaketime in one worker: +1 day, then -1 hour, then right again"

    def happen(self, over: threading.Event) -> str:
        worker = self.chance.choice(self.stage.programs("worker"))
        right = worker.environment
        for jump in ("+1d", "-1h"):
            self._run(worker, {**right, "LD_PRELOAD": str(_library()), "FAKETIME": jump, "DONT_FAKE_MONOTONIC": "1"})
            over.wait(self.lasts / 2)
        self._run(worker, dict(right))
        return self.strike()

    def _run(self, worker: Program, environment: dict[str, str]) -> None:
        """Started anew by its keeper, with another idea of what time it is."""
        worker.environment = environment
        if worker.is_running():
            worker.kill()

    def can_strike(self) -> str:
        return "" if _library() else "libfaketime is not installed: apt-get install libfaketime"


def _library() -> Path | None:
    return next(Path("/usr/lib").glob(f"*/{LIBRARY}"), None)
