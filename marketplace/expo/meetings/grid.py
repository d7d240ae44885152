"""The half-hours of a fair in which people can meet: cut out of its opening hours.

1. Each day's hours for visitors count; a fair that says none is open 09:00 to 17:00 on each of its days, local time.
2. A slot begins on a whole half-hour of the clock (in UTC, so in every zone that matters here) and ends before closing.
3. Where hours for trade visitors and for everybody overlap, a slot is there once. Visitors who are no trade visitors
   have the public hours only.

Open 08:45 to 10:15 in Việt Nam: 09:00 and 09:30.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from marketplace.expo.editions.hours import VISITING, HoursAudience, opening_hours
from marketplace.expo.exhibition import Expo
from marketplace.expo.meetings.meeting import SLOT
from marketplace.expo.visitors.visitor import Visitor, VisitorKind

OPENS, CLOSES = time(9), time(17)


def slot_grid(expo: Expo, *, visitor: Visitor | None = None) -> list[datetime]:
    """When each slot of the fair begins, in order; for one visitor, those at which that visitor may be there."""
    zone = ZoneInfo(expo.timezone)
    starts: set[datetime] = set()
    for day, opens, closes in _hours(expo, visitor):
        starts.update(_cut(datetime.combine(day, opens, zone), datetime.combine(day, closes, zone)))
    return sorted(starts)


def _hours(expo: Expo, visitor: Visitor | None) -> list[tuple[date, time, time]]:
    rows = [row for row in opening_hours(expo) if row.audience in VISITING]
    if not rows:
        days = (expo.ends_on - expo.starts_on).days + 1
        return [(expo.starts_on + timedelta(days=number), OPENS, CLOSES) for number in range(days)]
    public_only = visitor is not None and visitor.kind == VisitorKind.PUBLIC
    kept = [row for row in rows if not public_only or row.audience == HoursAudience.PUBLIC]
    return [(row.day, row.opens_at, row.closes_at) for row in kept]


def _cut(opens: datetime, closes: datetime) -> Iterator[datetime]:
    start = _next_half_hour(opens.astimezone(UTC))
    while start + SLOT <= closes:
        yield start
        start += SLOT


def _next_half_hour(moment: datetime) -> datetime:
    over = timedelta(minutes=moment.minute % 30, seconds=moment.second, microseconds=moment.microsecond)
    return moment + (SLOT - over if over else timedelta(0))
