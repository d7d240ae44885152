"""Which periods of an indicator are to be counted by now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from marketplace.indicators.definition import Definition
from marketplace.indicators.fairs import fairs_over
from marketplace.indicators.period import Period, PeriodKind, day, month, next_month

SETTLES = timedelta(days=7)
"""Between the end of a month or fair and its counting: payments arrive, parcels are delivered, people withdraw."""
MOST_MONTHS = 24
"""How far back is counted when nothing was counted before."""


def due(definition: Definition, today: date) -> list[Period]:
    """Oldest first; those counted already are among them."""
    if definition.period == PeriodKind.DAY:
        return [day(today)]
    if definition.period == PeriodKind.FAIR:
        return fairs_over(today - SETTLES)
    begins = definition.begins() if definition.begins else None
    return list(_months(begins, today)) if begins else []


def _months(begins: date, today: date) -> Iterator[Period]:
    this = today.replace(day=1)
    earliest = date(this.year - MOST_MONTHS // 12, this.month, 1)
    first = max(begins.replace(day=1), earliest)
    while month(first).last + SETTLES < today:
        yield month(first)
        first = next_month(first)
