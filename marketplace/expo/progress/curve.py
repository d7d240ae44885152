"""The curve of a fair's sales: square metres taken, week by week before the first day, beside the edition before.

1. `record_space` keeps a row for each day; today's is written anew until the day is over.
2. A point of the curve is the last row on or before the end of that week; nothing is drawn before the first row.
3. Week 0 is the one that ends with the first day of the fair; week 1 ends seven days earlier.
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from i18n.today import today_here
from marketplace.expo.exhibition import Expo
from marketplace.expo.progress.space import space_of
from marketplace.expo.progress.space_day import SpaceDay

MOST_WEEKS = 78
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """``weeks`` before the first day; ``None`` where nothing is known of that edition."""

    weeks: int
    area: Decimal | None
    area_before: Decimal | None


@dataclass(frozen=True, slots=True)
class Curve:
    """The furthest week first. ``before`` is the edition that it is compared with."""

    before: Expo | None
    points: tuple[CurvePoint, ...]


def record_space(*, today: date | None = None) -> int:
    """Write down how the space of every fair that is not over stands; answers with how many. Run hourly."""
    day = today or today_here()
    fairs = list(Expo.objects.filter(ends_on__gte=day).order_by("pk"))
    for expo in fairs:
        space = space_of(expo, day).all
        SpaceDay.objects.update_or_create(
            expo=expo,
            day=day,
            defaults={
                "booths": space.all.booths,
                "booths_taken": space.assigned.booths,
                "area": space.all.area,
                "area_reserved": space.reserved.area,
                "area_taken": space.assigned.area,
            },
        )
    return len(fairs)


def edition_before(expo: Expo) -> Expo | None:
    """The last edition of the same fair that began earlier."""
    same = Expo.objects.filter(series=expo.series, starts_on__lt=expo.starts_on).exclude(series="")
    return same.order_by("-starts_on", "-pk").first()


def curve_of(expo: Expo, today: date) -> Curve:
    """Today's point is counted now, whether or not the row of today is written."""
    before = edition_before(expo)
    own = _rows(expo)
    if today <= expo.ends_on:
        own = [(day, area) for day, area in own if day < today] + [(today, space_of(expo, today).all.assigned.area)]
    earlier = _rows(before) if before is not None else []
    return Curve(before, _points(_by_week(expo, own, today), _by_week(before, earlier, today)))


def _rows(expo: Expo) -> list[tuple[date, Decimal]]:
    return list(SpaceDay.objects.filter(expo=expo).order_by("day").values_list("day", "area_taken"))


def _by_week(expo: Expo | None, rows: list[tuple[date, Decimal]], today: date) -> dict[int, Decimal]:
    """From the week of the first row to week 0, or to the running week."""
    if expo is None or not rows:
        return {}
    days = [day for day, _area in rows]
    found = {}
    for weeks in range(min(_week_of(expo, days[0]), MOST_WEEKS), -1, -1):
        end = expo.starts_on - weeks * WEEK
        at = bisect_right(days, end)
        if at:
            found[weeks] = rows[at - 1][1]
        if end >= today:
            break
    return found


def _week_of(expo: Expo, day: date) -> int:
    return max(0, (expo.starts_on - day).days // 7)


def _points(own: dict[int, Decimal], before: dict[int, Decimal]) -> tuple[CurvePoint, ...]:
    weeks = sorted(own.keys() | before.keys(), reverse=True)
    if not weeks:
        return ()
    return tuple(CurvePoint(week, own.get(week), before.get(week)) for week in range(weeks[0], -1, -1))
