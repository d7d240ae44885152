"""How long books are kept: dated data with their basis, in ``retention.toml``."""

import tomllib
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from i18n.today import day_here

_TABLE = Path(__file__).parent / "retention.toml"


def kept_since(now: datetime) -> date:
    """The first day whose records have to be kept still; what is older may lose its names.

    A period begins with the end of the record's year: of ten years, what was written in 2026 goes on 1 January 2037.
    """
    today = day_here(now)
    return date(today.year - years_kept(today), 1, 1)


def years_kept(day: date) -> int:
    """The longest of the periods in force: one set of books answers to all of these countries."""
    return max(int(row["years"]) for row in _in_force(day).values())


def _in_force(day: date) -> dict[str, dict[str, Any]]:
    """The latest row of each country that has begun."""
    return {row["country"]: row for row in _periods() if row["effective_from"] <= day}


@cache
def _periods() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads(_TABLE.read_text(encoding="utf-8"))["period"]
    return sorted(rows, key=lambda row: str(row["effective_from"]))
