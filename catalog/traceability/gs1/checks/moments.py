"""Checks on days and times."""

from __future__ import annotations

from datetime import date

from i18n.today import today_here


def full_year(two_digits: int, *, this_year: int | None = None) -> int:
    """The year meant by its last two digits: 49 years back to 50 ahead (GS1 General Specifications 7.12)."""
    now = this_year if this_year is not None else today_here().year
    century = now - now % 100
    ahead = two_digits - now % 100
    return century + two_digits + (-100 if ahead >= 51 else 100 if ahead <= -50 else 0)


def yymmdd(value: str) -> str | None:
    return _day(full_year(int(value[:2])), value[2:], may_be_open=False)


def yymmd0(value: str) -> str | None:
    """Day 00: no day of the month is meant in particular."""
    return _day(full_year(int(value[:2])), value[2:], may_be_open=True)


def yyyymmdd(value: str) -> str | None:
    return _day(int(value[:4]), value[4:], may_be_open=False)


def hh(value: str) -> str | None:
    return None if int(value) < 24 else "TIME"


def mi(value: str) -> str | None:
    return None if int(value) < 60 else "TIME"


def ss(value: str) -> str | None:
    return mi(value)


def hhmi(value: str) -> str | None:
    return None if int(value[:2]) < 24 and int(value[2:]) < 60 else "TIME"


def _day(year: int, month_and_day: str, *, may_be_open: bool) -> str | None:
    month, day = int(month_and_day[:2]), int(month_and_day[2:])
    if may_be_open and day == 0:
        day = 1
    try:
        date(year, month, day)
    except ValueError:
        return "DATE"
    return None
