"""When a subscription is due (EPCIS 2.0, 8.2.5.3 and 12.7.4): like cron, in UTC.

Fields are ``second``, ``minute``, ``hour``, ``dayOfMonth``, ``month`` and ``dayOfWeek`` (1 is Monday). A value is a
number, a range ``[1-5]``, or several with commas. What is not given may be anything, but for what is finer than the
finest that is given: that is its first. ``{"hour": "1", "minute": "5"}`` is once a day, at 1:05:00.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

_RANGES = {"second": (0, 59), "minute": (0, 59), "hour": (0, 23), "dayOfMonth": (1, 31), "month": (1, 12),
           "dayOfWeek": (1, 7)}  # fmt: skip
_ELEMENT = re.compile(r"(\d{1,2})|\[(\d{1,2})-(\d{1,2})\]", re.ASCII)
_LONGEST = 200
_MOST_DAYS = 366 * 8
"""29 February comes again within eight years."""


class BadSchedule(ValueError):
    """``field`` is not one of a schedule's, or its value none that it can have."""

    def __init__(self, field: str) -> None:
        super().__init__(f"{field[:40]!r} of the schedule cannot be so")
        self.field = field


@dataclass(frozen=True, slots=True)
class Schedule:
    """The values that each field may have."""

    seconds: tuple[int, ...]
    minutes: tuple[int, ...]
    hours: tuple[int, ...]
    days: frozenset[int]
    months: frozenset[int]
    weekdays: frozenset[int]

    def next_after(self, moment: datetime) -> datetime:
        """The first due moment after this one, in UTC. Raises `BadSchedule` when there is none (30 February)."""
        begun = moment.astimezone(UTC).replace(microsecond=0) + timedelta(seconds=1)
        for number in range(_MOST_DAYS):
            day = begun.replace(hour=0, minute=0, second=0) + timedelta(days=number)
            if day.day in self.days and day.month in self.months and day.isoweekday() in self.weekdays:
                found = self._on(day, begun)
                if found is not None:
                    return found
        raise BadSchedule("dayOfMonth")

    def _on(self, day: datetime, earliest: datetime) -> datetime | None:
        for hour in self.hours:
            if day.replace(hour=hour, minute=59, second=59) < earliest:
                continue
            for minute in self.minutes:
                for second in self.seconds:
                    found = day.replace(hour=hour, minute=minute, second=second)
                    if found >= earliest:
                        return found
        return None


def read_schedule(given: Mapping[str, Any]) -> Schedule:
    """Raises `BadSchedule`."""
    if not given or not set(given) <= set(_RANGES):
        raise BadSchedule(next((name for name in given if name not in _RANGES), "schedule"))
    values = {name: _values(name, text) for name, text in given.items()}
    coarser = ("dayOfMonth", "month", "dayOfWeek")
    has_day, has_hour = any(name in given for name in coarser), "hour" in given
    schedule = Schedule(
        seconds=values.get("second", (0,)),
        minutes=values.get("minute", (0,) if has_hour or has_day else _all("minute")),
        hours=values.get("hour", (0,) if has_day and "minute" not in given else _all("hour")),
        days=frozenset(values.get("dayOfMonth", _all("dayOfMonth"))),
        months=frozenset(values.get("month", _all("month"))),
        weekdays=frozenset(values.get("dayOfWeek", _all("dayOfWeek"))),
    )
    schedule.next_after(datetime(2024, 1, 1, tzinfo=UTC))
    return schedule


def _all(name: str) -> tuple[int, ...]:
    least, most = _RANGES[name]
    return tuple(range(least, most + 1))


def _values(name: str, text: Any) -> tuple[int, ...]:
    if not isinstance(text, str) or len(text) > _LONGEST:
        raise BadSchedule(name)
    found: set[int] = set()
    for element in text.split(","):
        met = _ELEMENT.fullmatch(element.strip())
        if met is None:
            raise BadSchedule(name)
        first, last = (int(met[1]),) * 2 if met[1] else (int(met[2]), int(met[3]))
        if first > last or not set(range(first, last + 1)) <= set(_all(name)):
            raise BadSchedule(name)
        found |= set(range(first, last + 1))
    return tuple(sorted(found))
