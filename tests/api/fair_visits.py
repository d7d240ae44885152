"""Badges and doors of the world's fair: the owner's stand has a badge, and the buyer came in by a door."""

import uuid
from datetime import timedelta
from typing import Any

from django.db.models import Model
from django.utils import timezone

from marketplace.expo.badges.issue import issue_exhibitor_badge, issue_staff_badge, issue_visitor_badge
from marketplace.expo.door.record_scan import Scan, record_scan
from marketplace.expo.models import Badge
from tests.api.world.ids import gid
from tests.factories.visitors import make_visitor


def make_visits(facts: dict[str, Any]) -> dict[str, Any]:
    """After meetings: the buyer's visit is theirs."""
    now = timezone.now() - timedelta(hours=2)
    badge = issue_visitor_badge(visitor=facts["fair_visitor"], now=now)
    _come_in(badge)
    return {
        "visitor_badge": badge,
        "stand_badge": issue_exhibitor_badge(exhibitor=facts["exhibitor"], holder_name="An Ví Dụ", now=now),
        "staff_badge": issue_staff_badge(expo=facts["expo"], holder_name="Bảo Ví Dụ", now=now),
    }


def more_visits(facts: dict[str, Any], number: int) -> None:
    """One more visitor who came in, and a badge more of each kind."""
    now = timezone.now() - timedelta(hours=1)
    exhibitor = facts["exhibitor"]
    exhibitor.badge_allowance = 99
    exhibitor.save(update_fields=["badge_allowance"])
    _come_in(issue_visitor_badge(visitor=make_visitor(facts["expo"], consents=["NEWS", "PHOTOS"]), now=now))
    issue_exhibitor_badge(exhibitor=exhibitor, holder_name=f"An {number}", now=now)
    issue_staff_badge(expo=facts["expo"], holder_name=f"Bảo {number}", now=now)


def own_visits(facts: dict[str, Any]) -> dict[str, list[Model]]:
    return {"Badge": [facts["stand_badge"], facts["visitor_badge"], facts["staff_badge"]]}


def visit_words(facts: dict[str, Any]) -> dict[str, list[str]]:
    return {
        "doorScan mark": [facts["visitor_badge"].mark],
        "doorScan door": ["Cửa A"],
        "doorScan scannedAt": [timezone.now().isoformat()],
        "visitorLinkRequest expoId": [gid("Expo", facts["expo"])],
    }


def _come_in(badge: Badge) -> None:
    now = timezone.now()
    scan = Scan(badge.mark, "Cửa A", "IN", now - timedelta(minutes=5), uuid.uuid4())
    record_scan(expo=badge.expo, scan=scan, now=now)
