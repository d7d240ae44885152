"""Working days in Vietnam: Monday to Friday without public holidays (``holidays.toml``)."""

import tomllib
from datetime import date, timedelta
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).parent / "holidays.toml"
_SATURDAY = 5


def add_working_days(day: date, count: int) -> date:
    """The ``count``-th working day after ``day``; the day itself for none."""
    while count:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def is_working_day(day: date) -> bool:
    every_year, once = holidays()
    return day.weekday() < _SATURDAY and (day.month, day.day) not in every_year and day not in once


@cache
def holidays() -> tuple[frozenset[tuple[int, int]], frozenset[date]]:
    """Those of every year as month and day, and single days."""
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    every_year = ((row["month"], row["day"]) for row in table["every_year"])
    return frozenset(every_year), frozenset(table["once"])
