"""Whose turn it is, among rows that are put off while somebody works on them and after a failure.

A process whose clock was wrong may have put a row off until tomorrow or next year. No pause is that long: what waits
longer than the longest one is taken up at once, instead of standing there until a person looks.
"""

from datetime import datetime, timedelta

from django.db.models import Q

SLACK = timedelta(minutes=30)
"""Beyond the longest pause: clocks may differ by a little."""


def is_due(field: str, now: datetime, *, longest: timedelta) -> Q:
    """The moment of ``field`` has come, or lies farther away than ``longest`` could have put it."""
    return Q(**{f"{field}__lte": now}) | Q(**{f"{field}__gt": now + longest + SLACK})


def has_come(moment: datetime, now: datetime, *, longest: timedelta) -> bool:
    """The same of one row that is at hand."""
    return moment <= now or moment > now + longest + SLACK
