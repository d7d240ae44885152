"""How long entries stay: dated data, so that a new rule does not shorten what was written under an older one."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

from i18n.today import day_here
from marketplace.append_only.periods import in_force, read_periods

RETENTION = Path(__file__).parent / "retention.toml"


@dataclass(frozen=True, slots=True)
class Period:
    days: int
    effective_from: date
    legal_basis: str


@cache
def periods() -> tuple[Period, ...]:
    """The latest first."""
    return read_periods(RETENTION, Period)


def period_on(day: date) -> Period:
    return in_force(periods(), day)


def keep_until(now: datetime) -> date:
    """The last day of what is written now."""
    day = day_here(now)
    return day + timedelta(days=period_on(day).days)
