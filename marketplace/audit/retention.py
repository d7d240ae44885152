"""How long entries stay: dated data, so that a new rule does not shorten what was written under an older one."""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

from i18n.today import day_here

RETENTION = Path(__file__).parent / "retention.toml"


@dataclass(frozen=True, slots=True)
class Period:
    days: int
    effective_from: date
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
    """The last day of what is written now."""
    day = day_here(now)
    return day + timedelta(days=period_on(day).days)
