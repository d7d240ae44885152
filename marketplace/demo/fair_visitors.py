"""Who registered for the demo's fairs, who came in at which hour, and somebody who stands at the doors."""

import uuid
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from catalog.models import Category
from marketplace.demo.people import create_person
from marketplace.demo.sign_ins import DOOR_KEEPER
from marketplace.demo.world import read
from marketplace.expo.badges.issue import issue_visitor_badge
from marketplace.expo.door.record_scan import Scan, record_scan
from marketplace.expo.exhibition import Expo
from marketplace.expo.visitors.confirm import confirm_visitor
from marketplace.expo.visitors.entry import VisitorEntry
from marketplace.expo.visitors.register import register_visitor
from marketplace.expo.visitors.visitor import Visitor

DOOR = "Cửa A"


def register_visitors() -> int:
    """Everybody of the world file, confirmed; returns how many there are."""
    create_person(DOOR_KEEPER)
    categories = dict(Category.objects.values_list("slug", "pk"))
    fairs = read("fair_visitors.toml")["fairs"]
    for data in fairs:
        expo = Expo.objects.get(slug=data["slug"])
        for given in data["visitors"]:
            _come(expo, dict(given), categories)
    return sum(len(data["visitors"]) for data in fairs)


def _come(expo: Expo, given: dict[str, Any], categories: dict[str, int]) -> None:
    hours = given.pop("came", [])
    interests = tuple(categories[slug] for slug in given.pop("interests", []) if slug in categories)
    before = datetime.combine(expo.starts_on, time(), tzinfo=UTC) - timedelta(days=10)
    then = min(timezone.now() - timedelta(days=3), before)
    visitor = register_visitor(expo=expo, entry=VisitorEntry(interests=interests, **given), now=then)
    visitor = confirm_visitor(visitor=visitor, now=then)
    for place, hour in enumerate(hours):
        _scan(expo, visitor, hour, "OUT" if place % 2 else "IN")


def _scan(expo: Expo, visitor: Visitor, hour: int, direction: str) -> None:
    at = datetime.combine(expo.starts_on, time(hour, 5), tzinfo=ZoneInfo(expo.timezone))
    badge = issue_visitor_badge(visitor=visitor, now=at)
    record_scan(
        expo=expo,
        scan=Scan(mark=badge.mark, door=DOOR, direction=direction, scanned_at=at, client_id=uuid.uuid4()),
        now=at,
    )
