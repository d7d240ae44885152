"""What every kind of visitor has: the world it lives in, a dice of its own, and one thing it does over and over."""

import random
import threading
from abc import ABC, abstractmethod

from tests.load.book import Book
from tests.load.visitor import GaveUp, Refused, Visitor
from tests.load.world import World


class Trade(ABC):
    name: str
    pause: float
    """Seconds between two rounds, on average."""

    def __init__(self, world: World, sites: list[str], book: Book, chance: random.Random) -> None:
        self.world, self.sites, self.book, self.chance = world, sites, book, chance

    def visitor(self) -> Visitor:
        return Visitor(self.name, self.sites, self.book, self.chance)

    @abstractmethod
    def round(self) -> None:
        """Once. May raise `Refused` or `GaveUp`, which are noted already."""


class Crowd:
    """Everybody at once, each in a thread of their own, until they are called home."""

    def __init__(self, trades: list[Trade]) -> None:
        self.trades = trades
        self.failures: list[str] = []
        self._closed = threading.Event()
        self._threads = [threading.Thread(target=self._live, args=(trade,), daemon=True) for trade in trades]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Whoever is in the middle of something ends it first."""
        self._closed.set()
        for thread in self._threads:
            thread.join(400)

    def _live(self, trade: Trade) -> None:
        while not self._closed.wait(trade.chance.expovariate(1 / trade.pause)):
            try:
                trade.round()
            except (Refused, GaveUp):
                continue
            except Exception as failure:  # an answer nobody expected: shown at the end
                self.failures.append(f"{trade.name}: {type(failure).__name__}: {failure}")
