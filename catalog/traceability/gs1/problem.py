"""What is wrong with GS1 data: a code that programs can act on, and where."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    code: str
    """``CHECK_DIGIT``, ``DATE``, ``TOO_LONG``, ``REQUIRES`` …: see `catalog.traceability.gs1`."""
    ai: str = ""
    detail: str = ""
    """The characters or the other identifiers it is about."""

    def __str__(self) -> str:
        return " ".join(filter(None, (f"({self.ai})" if self.ai else "", self.code, self.detail)))


class BadGS1(ValueError):
    """Data that break a rule of GS1; all that was found."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(map(str, problems)))
        self.problems = problems
