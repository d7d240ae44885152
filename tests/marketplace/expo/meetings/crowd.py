"""Many people who want a few meetings at the same moment, and SQL that counts what came of it."""

import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from time import perf_counter
from typing import Any

from django.db import connection
from django.utils import timezone

from catalog.refusal import Refused
from marketplace.expo.meetings.meeting import Meeting, Side
from marketplace.expo.meetings.request import request_meeting
from marketplace.expo.meetings.words import Words
from marketplace.expo.models import Exhibitor, Visitor
from tests.factories.expo import make_exhibitor, make_expo
from tests.factories.meetings import first_slot, make_fair_visitor

Parallel = Callable[[Callable[[int], Any], int], list[Any]]
TWICE = """
    SELECT COUNT(*) FROM (
        SELECT {who}, starts_at FROM expo_meeting WHERE status IN ('REQUESTED', 'CONFIRMED')
        GROUP BY {who}, starts_at HAVING COUNT(*) > 1
    ) AS twice
"""


@dataclass
class Fair:
    exhibitors: list[Exhibitor]
    visitors: list[Visitor]
    slots: list[datetime]


def prepare(*, people: int, exhibitors: int, tables: int, slots: int) -> Fair:
    expo = make_expo()
    firms = [make_exhibitor(expo) for _ in range(exhibitors)]
    Exhibitor.objects.filter(expo=expo).update(meeting_tables=tables)
    return Fair(
        exhibitors=list(Exhibitor.objects.filter(pk__in=[firm.pk for firm in firms]).select_related("expo")),
        visitors=[make_fair_visitor(expo) for _ in range(people)],
        slots=[first_slot(expo, number) for number in range(slots)],
    )


def book_at_once(fair: Fair, in_parallel: Parallel, *, threads: int, wishes: int) -> tuple[Counter[str], float]:
    """Every person has ``wishes``, each for an exhibitor and a slot; all begin together. Says what they were told."""
    start = threading.Barrier(threads)

    def work(number: int) -> list[str]:
        start.wait(timeout=60)
        mine = fair.visitors[number::threads]
        return [_ask(fair, visitor, wish) for wish in range(wishes) for visitor in mine]

    before = perf_counter()
    answers = in_parallel(work, threads)
    seconds = perf_counter() - before
    broken = [answer for answer in answers if isinstance(answer, Exception)]
    assert not broken, broken[:3]
    return Counter(outcome for answer in answers for outcome in answer), seconds


def _ask(fair: Fair, visitor: Visitor, wish: int) -> str:
    place = fair.visitors.index(visitor)
    try:
        request_meeting(
            exhibitor=fair.exhibitors[(place + wish) % len(fair.exhibitors)],
            visitor=visitor,
            starts_at=fair.slots[(place // 7 + wish) % len(fair.slots)],
            by=Side.VISITOR,
            words=Words("xin chào", "vi"),
            now=timezone.now(),
        )
    except Refused as refused:
        return refused.problems[0].code
    return "BOOKED"


def booked_twice() -> tuple[int, int]:
    """How many tables, and how many visitors, have two meetings at a time; by SQL, without the models."""
    with connection.cursor() as cursor:
        counts = []
        for who in ('exhibitor_id, "table"', "visitor_id"):
            cursor.execute(TWICE.format(who=who))
            counts.append(int(cursor.fetchone()[0]))
    return counts[0], counts[1]


def meetings_held() -> int:
    return Meeting.objects.live().count()
