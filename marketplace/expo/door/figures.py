"""Live counts at the doors and of the visitors, without a name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import ExtractHour

from marketplace.expo.door.door_scan import Direction, DoorScan
from marketplace.expo.exhibition import Expo
from marketplace.expo.visitors.visitor import Visitor


@dataclass(frozen=True, slots=True)
class HourOfDoor:
    door: str
    hour: int
    """0 to 23, in the fair's time zone."""
    entered: int
    left: int


@dataclass(frozen=True, slots=True)
class DoorFigures:
    """``people`` are different badges that came in that day; ``inside`` those whose last scan was one inwards."""

    day: date
    people: int
    inside: int
    scans: int
    hours: tuple[HourOfDoor, ...]


@dataclass(frozen=True, slots=True)
class CountryCount:
    country: str
    registered: int
    came: int


def door_figures(expo: Expo, day: date) -> DoorFigures:
    """What the doors of a fair counted on one day of its own time zone."""
    scans = DoorScan.objects.filter(expo=expo, day=day)
    totals = scans.order_by().aggregate(
        scans=Count("pk"), people=Count("badge", distinct=True, filter=Q(direction=Direction.IN))
    )
    return DoorFigures(
        day=day,
        people=totals["people"],
        inside=_inside(expo, day),
        scans=totals["scans"],
        hours=_hours(expo, day),
    )


def _inside(expo: Expo, day: date) -> int:
    scans = DoorScan.objects.filter(expo=expo, day=day)
    latest = scans.filter(badge=OuterRef("badge")).order_by("-scanned_at", "-pk").values("pk")[:1]
    return scans.filter(pk=Subquery(latest), direction=Direction.IN).count()


def _hours(expo: Expo, day: date) -> tuple[HourOfDoor, ...]:
    hour = ExtractHour("scanned_at", tzinfo=ZoneInfo(expo.timezone))
    rows = (
        DoorScan.objects.filter(expo=expo, day=day)
        .annotate(hour=hour)
        .values("door", "hour")
        .annotate(
            entered=Count("pk", filter=Q(direction=Direction.IN)), went=Count("pk", filter=Q(direction=Direction.OUT))
        )
        .order_by("door", "hour")
    )
    return tuple(HourOfDoor(row["door"], row["hour"], row["entered"], row["went"]) for row in rows)


def visitors_by_country(expo: Expo) -> list[CountryCount]:
    """Confirmed registrations and those of them who came in, most first; who was forgotten is still counted."""
    confirmed = Visitor.objects.filter(expo=expo, confirmed_at__isnull=False)
    registered = _counted(confirmed.filter(withdrawn_at__isnull=True))
    came = _counted(confirmed.filter(pk__in=_came(expo)))
    countries = sorted(registered.keys() | came.keys(), key=lambda code: (-registered.get(code, 0), code))
    return [CountryCount(code, registered.get(code, 0), came.get(code, 0)) for code in countries]


def _came(expo: Expo) -> QuerySet[DoorScan, Any]:
    return DoorScan.objects.filter(expo=expo, direction=Direction.IN, badge__visitor__isnull=False).values(
        "badge__visitor"
    )


def _counted(visitors: QuerySet[Visitor]) -> Mapping[str, int]:
    rows = visitors.order_by().values("country").annotate(count=Count("pk"))
    return {row["country"]: row["count"] for row in rows}
