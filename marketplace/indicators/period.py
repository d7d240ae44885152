"""What a figure is of: a day, a calendar month or a fair; days are those of Việt Nam."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from i18n.today import HERE


class PeriodKind(StrEnum):
    DAY = "DAY"
    """What there was when it was counted, once a day. It cannot be counted afterwards."""
    MONTH = "MONTH"
    """What happened in a calendar month, counted once, a week after its end."""
    FAIR = "FAIR"
    """What belongs to one fair, counted once, a week after its last day."""


@dataclass(frozen=True, slots=True)
class Period:
    kind: PeriodKind
    first: date
    last: date
    """That one included."""
    scope: str = ""
    """The slug of a fair; empty for days and months."""

    @property
    def code(self) -> str:
        """``2026-11-22``, ``2026-11`` (ISO 8601), or the fair's slug."""
        if self.kind == PeriodKind.FAIR:
            return self.scope
        return self.first.isoformat() if self.kind == PeriodKind.DAY else f"{self.first:%Y-%m}"

    @property
    def since(self) -> datetime:
        return datetime.combine(self.first, datetime.min.time(), HERE)

    @property
    def until(self) -> datetime:
        """The first moment after it."""
        return datetime.combine(self.last + timedelta(days=1), datetime.min.time(), HERE)


def day(on: date) -> Period:
    return Period(PeriodKind.DAY, on, on)


def month(containing: date) -> Period:
    first = containing.replace(day=1)
    return Period(PeriodKind.MONTH, first, next_month(first) - timedelta(days=1))


def fair(slug: str, first: date, last: date) -> Period:
    return Period(PeriodKind.FAIR, first, last, slug)


def next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)
