"""What visitors were told: every answer by its kind, and what they have the marketplace's word for."""

import sys
import threading
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum


class Told(StrEnum):
    """What somebody who asked was told."""

    DONE = "done"
    REFUSED = "refused"
    """With a code that says why: sold out, already shipped."""
    LATER = "come again"
    """Clearly: with a code or a page that says that it passes."""
    NOBODY = "no answer"
    """The line was cut: the process had died."""
    BARE = "bare error"
    """An answer that helps nobody: there must be none."""


@dataclass(frozen=True)
class Bought:
    """An order that somebody was told is placed."""

    checkout: str
    order: str
    token: str
    gateway: str
    total: str


@dataclass(frozen=True)
class Imported:
    prefix: str
    rows: int
    was_told: bool


@dataclass
class Book:
    told: Counter[tuple[str, Told]] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    bare: list[str] = field(default_factory=list)
    """What the bare errors looked like."""
    later: Counter[str] = field(default_factory=Counter)
    """The words by which people were asked to come again."""
    baskets: list[str] = field(default_factory=list)
    bought: list[Bought] = field(default_factory=list)
    cancelled: list[str] = field(default_factory=list)
    shipped: list[str] = field(default_factory=list)
    imports: list[Imported] = field(default_factory=list)
    gave_up: list[str] = field(default_factory=list)
    """Who asked for minutes and was not served: there must be nobody."""
    took: list[float] = field(default_factory=list)
    """Seconds of the answers that were given."""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, who: str, told: Told, *, code: str = "", shown: str = "", took: float = 0.0) -> None:
        with self._lock:
            self.told[who, told] += 1
            if told in (Told.DONE, Told.REFUSED):
                self.took.append(took)
            if told == Told.REFUSED:
                self.codes[code] += 1
            if told == Told.LATER:
                self.later[shown] += 1
            if told == Told.BARE:
                self.bare.append(f"{who}: {shown[:300]}")
                sys.stdout.write(f"bare error: {who}: {shown[:300]}\n")

    def count(self, told: Told) -> int:
        return sum(number for (_who, kind), number in self.told.items() if kind == told)
