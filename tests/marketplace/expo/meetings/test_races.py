"""Two hundred people book meetings at the same moment, each over a connection of its own."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import TypeVar

import pytest

from catalog.refusal import Refused
from marketplace.expo.meetings.answer import move_meeting
from marketplace.expo.meetings.meeting import Side
from marketplace.expo.models import Meeting
from tests.catalog.stock.conftest import Parallel, empty_database, in_parallel
from tests.factories.meetings import make_meeting
from tests.marketplace.expo.meetings.crowd import book_at_once, booked_twice, meetings_held, prepare

__all__ = ["empty_database", "in_parallel"]
Answer = TypeVar("Answer")
WHY_NOT = {"SLOT_TAKEN", "VISITOR_BUSY", "ALREADY_ASKED"}


def over_there(in_parallel: Parallel, work: Callable[[], Answer]) -> Answer:
    """In the database that the threads share."""
    answer: Answer | Exception = in_parallel(lambda _: work(), 1)[0]
    if isinstance(answer, Exception):
        raise answer
    return answer


def test_a_crowd_books_without_a_double_booking(in_parallel: Parallel) -> None:
    fair = over_there(in_parallel, partial(prepare, people=24, exhibitors=2, tables=2, slots=3))
    told, _seconds = book_at_once(fair, in_parallel, threads=8, wishes=2)
    assert over_there(in_parallel, booked_twice) == (0, 0)
    assert told.total() == 48
    assert told["BOOKED"] == over_there(in_parallel, meetings_held) == 12
    assert set(told) - {"BOOKED"} <= WHY_NOT


@pytest.mark.services
def test_two_hundred_people_book_at_once(in_parallel: Parallel, record_property: Callable[[str, object], None]) -> None:
    fair = over_there(in_parallel, partial(prepare, people=200, exhibitors=6, tables=3, slots=6))
    told, seconds = book_at_once(fair, in_parallel, threads=40, wishes=5)
    record_property("figures", f"200 people, 1000 requests in {seconds:.1f} s: {dict(told)}")
    assert over_there(in_parallel, booked_twice) == (0, 0)
    assert told.total() == 1_000
    assert told["BOOKED"] == over_there(in_parallel, meetings_held) == 6 * 3 * 6, (
        "every table is full, and not one more"
    )
    assert set(told) - {"BOOKED"} <= WHY_NOT


@pytest.mark.services
def test_one_visitor_in_many_windows_is_at_one_place(in_parallel: Parallel) -> None:
    fair = over_there(in_parallel, partial(prepare, people=1, exhibitors=12, tables=2, slots=1))
    fair.visitors *= 12
    told = Counter(
        code
        for code in (
            answer.problems[0].code if isinstance(answer, Refused) else "BOOKED"
            for answer in in_parallel(
                lambda number: make_meeting(fair.exhibitors[number], fair.visitors[number]),
                12,
            )
        )
    )
    assert told == {"BOOKED": 1, "VISITOR_BUSY": 11}
    assert over_there(in_parallel, booked_twice) == (0, 0)


@pytest.mark.services
def test_moves_to_one_slot_at_once_fill_its_tables(in_parallel: Parallel) -> None:
    fair = over_there(in_parallel, partial(prepare, people=8, exhibitors=1, tables=3, slots=1))
    meetings = over_there(
        in_parallel,
        lambda: [make_meeting(fair.exhibitors[0], one, slot=4 + i // 3) for i, one in enumerate(fair.visitors)],
    )
    target = fair.slots[0]
    moves = [partial(move_meeting, meeting=m, by=Side.VISITOR, starts_at=target, now=m.created_at) for m in meetings]
    answers = in_parallel(lambda number: moves[number](), 8)
    assert sum(isinstance(answer, Meeting) for answer in answers) == 3
    assert {a.problems[0].code for a in answers if isinstance(a, Refused)} == {"SLOT_TAKEN"}
    assert over_there(in_parallel, booked_twice) == (0, 0)
