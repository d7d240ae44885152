"""The base of every fault."""

import random
import threading
from abc import ABC, abstractmethod

from tests.load.stage.stage import Stage


class Fault(ABC):
    name: str
    expected: str
    """What people see of it, and what must hold beyond the invariants."""
    lasts: float = 12.0
    """Seconds between `strike` and `heal`."""

    def __init__(self, stage: Stage, chance: random.Random) -> None:
        self.stage, self.chance = stage, chance

    @abstractmethod
    def strike(self) -> str:
        """Make it happen; says what was done, with the numbers of the processes."""

    def heal(self) -> None:  # noqa: B027  # some are over by themselves
        """What outside of the marketplace comes back by itself or by its keeper. Nothing of the marketplace is
        touched: it has to recover without a hand."""

    def can_strike(self) -> str:
        """Why it cannot be done on this machine; empty where it can."""
        return ""

    def happen(self, over: threading.Event) -> str:
        done = self.strike()
        over.wait(self.lasts)
        self.heal()
        return done
