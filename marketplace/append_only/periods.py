"""How long rows stay: dated data in a ``.toml``, so that a new rule does not shorten what was written before it."""

import tomllib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Protocol, TypeVar


class Dated(Protocol):
    @property
    def effective_from(self) -> date: ...


Period = TypeVar("Period", bound=Dated)


def read_periods(path: Path, kind: type[Period]) -> tuple[Period, ...]:
    """The tables ``[[period]]`` of the file, the latest first."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["period"]
    return tuple(sorted((kind(**row) for row in rows), key=lambda period: period.effective_from, reverse=True))


def in_force(periods: Sequence[Period], day: date) -> Period:
    """The rule in force on the day; before the first rule, the first one."""
    return next((period for period in periods if period.effective_from <= day), periods[-1])
