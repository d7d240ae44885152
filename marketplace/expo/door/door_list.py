"""``door_list``: what a telephone at a door takes with it, so that it answers without a network."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Subquery

from marketplace.expo.badges.badge import Badge
from marketplace.expo.door.day import day_of
from marketplace.expo.door.door_key import salt_of
from marketplace.expo.door.door_scan import Direction, DoorScan
from marketplace.expo.exhibition import Expo

MOST_DOORS = 50


@dataclass(frozen=True, slots=True)
class DoorList:
    """Marks only. ``inside`` are those whose last scan today was one inwards, at whichever door."""

    salt: str
    made_at: datetime
    in_force: list[str]
    void: list[str]
    inside: list[str]
    doors: list[str]
    """Names that doors of this fair have had."""


def door_list(expo: Expo, *, now: datetime) -> DoorList:
    rows = Badge.objects.filter(expo=expo).values_list("mark", "voided_at").order_by("pk")
    badges = list(rows)
    return DoorList(
        salt=salt_of(expo),
        made_at=now,
        in_force=[mark for mark, voided_at in badges if voided_at is None],
        void=[mark for mark, voided_at in badges if voided_at is not None],
        inside=_inside(expo, now),
        doors=_doors(expo),
    )


def _inside(expo: Expo, now: datetime) -> list[str]:
    today = DoorScan.objects.filter(expo=expo, day=day_of(expo, now))
    latest = today.filter(badge=OuterRef("badge")).order_by("-scanned_at", "-pk").values("pk")[:1]
    inside = today.filter(pk=Subquery(latest), direction=Direction.IN)
    return list(inside.order_by("pk").values_list("badge__mark", flat=True))


def _doors(expo: Expo) -> list[str]:
    names = DoorScan.objects.filter(expo=expo).order_by("door").values_list("door", flat=True).distinct()
    return list(names[:MOST_DOORS])
