"""How long records of consents stay: dated data, so that a new rule does not shorten what was written before it."""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

from i18n.today import day_here

RETENTION = Path(__file__).parent / "retention.toml"


@dataclass(frozen=True, slots=True)
class Period:
    years: int
    effective_from: date
    checked: bool
    legal_basis: str


@cache
def periods() -> tuple[Period, ...]:
    """The latest first."""
    rows = tomllib.loads(RETENTION.read_text(encoding="utf-8"))["period"]
    return tuple(sorted((Period(**row) for row in rows), key=lambda period: period.effective_from, reverse=True))


def period_on(day: date) -> Period:
    """The rule in force; before the first rule, the first one."""
    return next((period for period in periods() if period.effective_from <= day), periods()[-1])


def keep_until(now: datetime) -> date:
    """The last day of what is written now: the same day so many years on, or 28 February."""
    day = day_here(now)
    year = day.year + period_on(day).years
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 2, 28)
