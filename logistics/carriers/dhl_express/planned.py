"""When DHL is to fetch the goods."""

from __future__ import annotations

from datetime import date, timedelta

_SUNDAY = 6
_OFFSETS = {"VN": "GMT+07:00"}


def planned_date(on: date) -> date:
    """The next day that DHL drives: the day itself may be over when the answer comes."""
    following = on + timedelta(days=1)
    return following + timedelta(days=1) if following.weekday() == _SUNDAY else following


def planned_moment(on: date, country: str) -> str:
    """Ten in the morning at the seller's, as MyDHL writes it."""
    return f"{planned_date(on).isoformat()}T10:00:00 {_OFFSETS.get(country, 'GMT+00:00')}"
