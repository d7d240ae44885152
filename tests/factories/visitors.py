"""Registrations for fairs, made through the verbs people use; everybody here is made up."""

from datetime import datetime
from itertools import count
from typing import Any

from django.utils import timezone

from marketplace.expo.models import Badge, Expo, Visitor
from marketplace.expo.visitors.confirm import confirm_visitor
from marketplace.expo.visitors.entry import VisitorEntry
from marketplace.expo.visitors.register import register_visitor
from tests.factories.expo import make_expo

_number = count(1)


def make_entry(**overrides: Any) -> VisitorEntry:
    number = next(_number)
    fields = {"name": f"김예시 {number}", "country": "KR", "email": f"guest-{number}@example.org", "language": "ko"}
    return VisitorEntry(**{"firm": "예시무역 주식회사", **fields, **overrides})


def make_registration(expo: Expo | None = None, *, now: datetime | None = None, **overrides: Any) -> Visitor:
    """Not confirmed yet."""
    return register_visitor(expo=expo or make_expo(), entry=make_entry(**overrides), now=now or timezone.now())


def make_visitor(expo: Expo | None = None, *, now: datetime | None = None, **overrides: Any) -> Visitor:
    """Registered and confirmed, with a badge."""
    then = now or timezone.now()
    return confirm_visitor(visitor=make_registration(expo, now=then, **overrides), now=then)


def badge_of(visitor: Visitor) -> Badge:
    """The one in force."""
    return Badge.objects.select_related("expo", "visitor", "exhibitor").get(visitor=visitor, voided_at__isnull=True)
