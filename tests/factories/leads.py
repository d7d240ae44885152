"""Visitors who meet exhibitors, for tests; made through the verbs people use, every person made up."""

import uuid
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from i18n.today import today_here
from marketplace.accounts.models import User
from marketplace.expo.leads.notes import LeadNotes
from marketplace.expo.leads.record import record_lead
from marketplace.expo.models import Badge, Exhibitor, Expo, Lead, Visitor
from marketplace.expo.visitors.confirm import confirm_visitor
from marketplace.expo.visitors.entry import VisitorEntry
from marketplace.expo.visitors.register import register_visitor
from tests.factories.expo import make_exhibitor, make_expo

_number = count(1)


def make_open_fair(**overrides: Any) -> Expo:
    """A published fair that is on today."""
    return make_expo(**{"starts_on": today_here() - timedelta(days=1), **overrides})


def make_fair_visitor(
    expo: Expo, *, consents: tuple[str, ...] = ("LEADS",), user: User | None = None, **given: Any
) -> Visitor:
    """Registered a day ago and confirmed, with a badge."""
    number = next(_number)
    then = timezone.now() - timedelta(days=1)
    fields = {"name": f"Kim Ye-si {number}", "country": "KR", "email": f"visitor-{number}@example.org", **given}
    if user is not None:
        fields["email"] = user.email
    entry = VisitorEntry(**{"firm": "Boksajip Trading", "language": "ko", **fields}, consents=consents)
    visitor = register_visitor(expo=expo, entry=entry, now=then, user=user)
    return confirm_visitor(visitor=visitor, now=then)


def badge_code(visitor: Visitor) -> str:
    return Badge.objects.get(visitor=visitor, voided_at__isnull=True).code


def make_lead(
    exhibitor: Exhibitor | None = None,
    visitor: Visitor | None = None,
    *,
    at: datetime | None = None,
    by: User | None = None,
    client_id: uuid.UUID | None = None,
    **notes: Any,
) -> Lead:
    exhibitor = exhibitor or make_exhibitor(make_open_fair())
    return record_lead(
        exhibitor=exhibitor,
        code=badge_code(visitor or make_fair_visitor(exhibitor.expo)),
        client_id=client_id or uuid.uuid4(),
        scanned_at=at or timezone.now(),
        by=by,
        notes=LeadNotes(**notes),
    )
