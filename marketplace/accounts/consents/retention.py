"""How long records of consents stay: dated data, so that a new rule does not shorten what was written before it."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

from i18n.today import day_here
from marketplace.append_only.periods import in_force, read_periods

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
    return read_periods(RETENTION, Period)


def period_on(day: date) -> Period:
    return in_force(periods(), day)


def keep_until(now: datetime) -> date:
    """The last day of what is written now: the same day so many years on, or 28 February."""
    day = day_here(now)
    year = day.year + period_on(day).years
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 2, 28)
