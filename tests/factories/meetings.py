"""Visitors, meetings and seminars for tests; everybody here is made up."""

from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from marketplace.expo.meetings.grid import slot_grid
from marketplace.expo.meetings.meeting import Meeting, Side
from marketplace.expo.meetings.request import request_meeting
from marketplace.expo.meetings.words import Words
from marketplace.expo.models import Exhibitor, Expo, Seminar, Visitor, VisitorConsent
from marketplace.expo.seminars.arrange import SeminarPlan, create_seminar
from tests.factories.expo import make_exhibitor

_number = count(1)


def make_fair_visitor(expo: Expo, *, consents: Collection[str] = ("MATCHMAKING",), **overrides: Any) -> Visitor:
    """A registered visitor who agreed to ``consents``."""
    number = next(_number)
    now = timezone.now()
    fields = {
        "name": f"김예시 {number}",
        "firm": "예시무역",
        "country": "KR",
        "language": "ko",
        "timezone": "Asia/Seoul",
        "email": f"visitor-{number}@buyer.example",
        "registered_at": now,
        "confirmed_at": now,
        **overrides,
    }
    visitor = Visitor.objects.create(expo=expo, **fields)
    for purpose in consents:
        VisitorConsent.objects.create(visitor=visitor, purpose=purpose, wording_version="1", given_at=now)
    return visitor


def first_slot(expo: Expo, number: int = 0) -> datetime:
    return slot_grid(expo)[number]


def make_meeting(
    exhibitor: Exhibitor | None = None, visitor: Visitor | None = None, *, slot: int = 0, by: Side = Side.VISITOR
) -> Meeting:
    """A request of the visitor's for one of the fair's first slots."""
    exhibitor = exhibitor or make_exhibitor()
    return request_meeting(
        exhibitor=exhibitor,
        visitor=visitor or make_fair_visitor(exhibitor.expo),
        starts_at=first_slot(exhibitor.expo, slot),
        by=by,
        words=Words("원목 의자를 찾고 있습니다.", "ko"),
        now=timezone.now(),
    )


def make_seminar(expo: Expo, **overrides: Any) -> Seminar:
    """An hour in the afternoon of the first day, with 30 seats."""
    noon = datetime(expo.starts_on.year, expo.starts_on.month, expo.starts_on.day, 7, tzinfo=UTC)
    fields = {
        "title": f"Chuyên đề ví dụ {next(_number)}",
        "speaker": "Lê Thị Ví Dụ",
        "starts_at": noon,
        "minutes": 60,
        "seats": 30,
        **overrides,
    }
    return create_seminar(expo=expo, plan=SeminarPlan(**fields), now=noon - timedelta(days=20))
