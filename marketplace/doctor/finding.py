"""What a check found."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Grade(StrEnum):
    GOOD = "ok"
    NOTED = "note"
    """Not wrong, but somebody should know."""
    WRONG = "WRONG"


@dataclass(frozen=True, slots=True)
class Finding:
    grade: Grade
    what: str
    """A fact, without secrets."""
    mend: str = ""
    """What to do about it."""


Check = Callable[[], Iterator[Finding]]


def good(what: str) -> Finding:
    return Finding(Grade.GOOD, what)


def noted(what: str, mend: str = "") -> Finding:
    return Finding(Grade.NOTED, what, mend)


def wrong(what: str, mend: str) -> Finding:
    return Finding(Grade.WRONG, what, mend)
