"""Which periods somebody asks for: from and to, as days, months or years."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

LONGEST = timedelta(days=1830)
"""Five years at once; a year unless more is asked for."""
USUAL = timedelta(days=366)
_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
NAMES = ("from", "to", "versions")


class BadFilter(ValueError):
    """What is wrong with which parameter, in English, for who writes the program that asks."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"{name}: {problem}")
        self.name = name
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Filter:
    """Periods that end within the days. ``all_versions``: also those that were restated since."""

    first: date
    last: date
    all_versions: bool = False


def filter_between(first: date | None, last: date | None, *, today: date, all_versions: bool = False) -> Filter:
    """Raises `BadFilter`."""
    last = last or today
    if first is None:
        first = last - USUAL if last - date.min > USUAL else date.min
    if first > last:
        raise BadFilter("from", "is after to")
    if last - first > LONGEST:
        raise BadFilter("from", "at most five years at once")
    return Filter(first, last, all_versions)


def read_filter(query: Mapping[str, Sequence[str]], *, today: date) -> Filter:
    """From the parameters of an address. Raises `BadFilter`."""
    for name, values in query.items():
        if name not in NAMES:
            raise BadFilter(name[:40], "there is no such parameter")
        if len(values) != 1:
            raise BadFilter(name, "is given more than once")
    versions = query.get("versions", ["latest"])[0]
    if versions not in ("latest", "all"):
        raise BadFilter("versions", "is latest or all")
    first = _day(query, "from", at_end=False)
    return filter_between(first, _day(query, "to", at_end=True), today=today, all_versions=versions == "all")


def _day(query: Mapping[str, Sequence[str]], name: str, *, at_end: bool) -> date | None:
    text = query.get(name, [""])[0]
    if not text:
        return None
    met = _WRITTEN.fullmatch(text)
    if met is None:
        raise BadFilter(name, "is a day, month or year: 2026-11-22, 2026-11 or 2026")
    year, month, day = (int(part) if part else 0 for part in met.groups())
    month = month or (12 if at_end else 1)
    try:
        return date(year, month, day or (calendar.monthrange(year, month)[1] if at_end else 1))
    except (ValueError, calendar.IllegalMonthError):
        raise BadFilter(name, "there is no such day") from None
