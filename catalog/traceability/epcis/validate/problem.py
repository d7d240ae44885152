"""What is wrong with an event: where, and which fact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    path: str
    """JSON pointer (RFC 6901) into what was checked; empty for all of it."""
    fact: str

    def under(self, path: str) -> Problem:
        """The same, seen from around."""
        return Problem(path + self.path, self.fact)

    def __str__(self) -> str:
        return f"{self.path or '/'}: {self.fact}"


class InvalidEvent(ValueError):
    """The document is no EPCIS event that could be kept."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(str(problem) for problem in problems[:5]))
        self.problems = tuple(problems)


def pointer(name: str) -> str:
    """One step of a JSON pointer."""
    return name.replace("~", "~0").replace("/", "~1")[:120]
