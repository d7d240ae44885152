"""What may happen to a meeting, and what the database itself refuses."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from catalog.refusal import Refused
from marketplace.expo.meetings.answer import (
    accept_meeting,
    cancel_meeting,
    cancel_meetings_of,
    decline_meeting,
    move_meeting,
)
from marketplace.expo.meetings.close_slots import close_slots, open_slots, set_meeting_tables
from marketplace.expo.meetings.meeting import DeclineReason, Side
from marketplace.expo.meetings.request import MOST_WAITING, request_meeting
from marketplace.expo.meetings.slots import free_slots
from marketplace.expo.meetings.words import LONGEST, Words
from marketplace.expo.models import Exhibitor, Meeting, Visitor
from marketplace.expo.seminars.seats import book_seat
from tests.factories.expo import make_exhibitor, make_expo
from tests.factories.meetings import first_slot, make_fair_visitor, make_meeting, make_seminar

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def code_of(call: Callable[[], object]) -> str:
    before = list(Meeting.objects.values_list("pk", "status", "starts_at", "table", "sequence"))
    with pytest.raises(Refused) as refused:
        call()
    assert list(Meeting.objects.values_list("pk", "status", "starts_at", "table", "sequence")) == before
    return refused.value.problems[0].code


def ask(exhibitor: Exhibitor, visitor: Visitor, slot: int = 0, by: Side = Side.VISITOR) -> Meeting:
    return make_meeting(exhibitor, visitor, slot=slot, by=by)


def test_the_database_refuses_what_nobody_looked_for() -> None:
    meeting = make_meeting()
    other = make_fair_visitor(meeting.expo)
    elsewhere = make_exhibitor(meeting.expo)
    fields = {"expo": meeting.expo, "starts_at": meeting.starts_at, "created_at": NOW, "table": 1, "language": "vi"}
    for twice in (
        {"exhibitor": meeting.exhibitor, "visitor": other},
        {"exhibitor": elsewhere, "visitor": meeting.visitor},
        {"exhibitor": meeting.exhibitor, "visitor": meeting.visitor, "starts_at": first_slot(meeting.expo, 3)},
        {"exhibitor": elsewhere, "visitor": other, "minutes": 45},
        {"exhibitor": elsewhere, "visitor": other, "table": 11},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Meeting.objects.create(**{**fields, **twice})
    Meeting.objects.create(**{**fields, "exhibitor": meeting.exhibitor, "visitor": other, "table": 2})


def test_tables_are_given_from_the_first_and_then_the_slot_is_taken() -> None:
    exhibitor = set_meeting_tables(exhibitor=make_exhibitor(), tables=2)
    visitors = [make_fair_visitor(exhibitor.expo) for _ in range(4)]
    first, second = ask(exhibitor, visitors[0]), ask(exhibitor, visitors[1])
    assert (first.table, second.table) == (1, 2)
    assert code_of(lambda: ask(exhibitor, visitors[2])) == "SLOT_TAKEN"
    cancel_meeting(meeting=first, by=Side.VISITOR, now=NOW)
    assert ask(exhibitor, visitors[3]).table == 1


def test_why_a_request_is_refused() -> None:
    exhibitor = make_exhibitor()
    expo = exhibitor.expo
    visitor, shy = make_fair_visitor(expo), make_fair_visitor(expo, consents=())
    ask(make_exhibitor(expo), visitor, slot=1)
    close_slots(exhibitor=exhibitor, starts=[first_slot(expo, 2)])
    book_seat(seminar=make_seminar(expo, starts_at=first_slot(expo, 4), minutes=20), visitor=visitor, now=NOW)

    def at(when: datetime, who: Visitor = visitor, by: Side = Side.VISITOR, text: str = "") -> str:
        words = Words(text, "ko")
        return code_of(
            lambda: request_meeting(
                exhibitor=exhibitor,
                visitor=who,
                starts_at=when,
                by=by,
                words=words,
                now=NOW,
            )
        )

    assert at(first_slot(expo, 1)) == "VISITOR_BUSY"
    assert at(first_slot(expo, 4)) == "VISITOR_BUSY", "a seminar"
    assert at(first_slot(expo, 2)) == "NOT_OPEN", "closed by the exhibitor"
    assert at(first_slot(expo) + timedelta(minutes=10)) == "NOT_OPEN", "no half-hour"
    assert at(NOW - timedelta(days=1)) == "PAST"
    assert at(first_slot(expo), shy, Side.EXHIBITOR) == "NOT_FOUND", "did not agree to be asked"
    assert at(first_slot(expo), make_fair_visitor(expo, confirmed_at=None)) == "NOT_CONFIRMED"
    assert at(first_slot(expo), make_fair_visitor(make_expo())) == "NOT_FOUND", "of another fair"
    assert at(first_slot(expo), text="x" * (LONGEST + 1)) == "INVALID"
    open_slots(exhibitor=exhibitor, starts=[first_slot(expo, 2)])
    assert ask(exhibitor, visitor, slot=2).table == 1


def test_free_slots_are_those_one_can_ask_for() -> None:
    exhibitor = make_exhibitor()
    expo = exhibitor.expo
    visitor = make_fair_visitor(expo)
    ask(exhibitor, make_fair_visitor(expo), slot=0)
    close_slots(exhibitor=exhibitor, starts=[first_slot(expo, 1)])
    ask(make_exhibitor(expo), visitor, slot=2)
    book_seat(seminar=make_seminar(expo, starts_at=first_slot(expo, 3), minutes=45), visitor=visitor, now=NOW)
    grid = [slot.starts_at for slot in free_slots(exhibitor, now=NOW, visitor=visitor)]
    assert grid[0] == first_slot(expo, 5)
    assert next(slot.starts_at for slot in free_slots(exhibitor, now=NOW)) == first_slot(expo, 2)
    assert free_slots(exhibitor, now=NOW + timedelta(days=99)) == []


def test_a_meeting_goes_from_side_to_side() -> None:
    meeting = make_meeting()
    assert code_of(lambda: accept_meeting(meeting=meeting, by=Side.VISITOR, now=NOW)) == "WRONG_STATE"
    target = first_slot(meeting.expo, 3)
    moved = move_meeting(
        meeting=meeting, by=Side.EXHIBITOR, starts_at=target, now=NOW, words=Words("10 giờ 30 được không?", "vi")
    )
    assert (moved.awaits, moved.starts_at, moved.answer_language, moved.sequence) == ("VISITOR", target, "vi", 1)
    assert code_of(lambda: accept_meeting(meeting=meeting, by=Side.EXHIBITOR, now=NOW)) == "WRONG_STATE"
    agreed = accept_meeting(meeting=meeting, by=Side.VISITOR, now=NOW)
    assert (agreed.status, agreed.sequence) == ("CONFIRMED", 2)
    again = move_meeting(meeting=meeting, by=Side.VISITOR, starts_at=first_slot(meeting.expo, 5), now=NOW)
    assert (again.status, again.awaits, again.decided_at) == ("REQUESTED", "EXHIBITOR", None)
    declined = decline_meeting(
        meeting=meeting, by=Side.EXHIBITOR, reason=DeclineReason.NO_TIME, now=NOW, words=Words("Xin lỗi", "vi")
    )
    assert (declined.status, declined.decline_reason, declined.answer) == ("DECLINED", "NO_TIME", "Xin lỗi")
    for late in (
        lambda: cancel_meeting(meeting=meeting, by=Side.VISITOR, now=NOW),
        lambda: move_meeting(meeting=meeting, by=Side.VISITOR, starts_at=target, now=NOW),
        lambda: accept_meeting(meeting=meeting, by=Side.EXHIBITOR, now=NOW),
    ):
        assert code_of(late) == "WRONG_STATE"


def test_a_meeting_that_has_begun_stays_as_it_is() -> None:
    meeting = make_meeting()
    then = meeting.starts_at
    assert code_of(lambda: cancel_meeting(meeting=meeting, by=Side.VISITOR, now=then)) == "WRONG_STATE"
    assert code_of(lambda: accept_meeting(meeting=meeting, by=Side.EXHIBITOR, now=then)) == "WRONG_STATE"


def test_nobody_is_pestered(monkeypatch: pytest.MonkeyPatch) -> None:
    exhibitor = make_exhibitor()
    visitor = make_fair_visitor(exhibitor.expo)
    asked = ask(exhibitor, visitor, by=Side.EXHIBITOR)
    assert code_of(lambda: ask(exhibitor, visitor, slot=1)) == "ALREADY_ASKED"
    decline_meeting(meeting=asked, by=Side.VISITOR, reason=DeclineReason.OTHER, now=NOW)
    again = ask(exhibitor, visitor, slot=1, by=Side.EXHIBITOR)
    decline_meeting(meeting=again, by=Side.VISITOR, reason=DeclineReason.NOT_OUR_FIELD, now=NOW)
    assert code_of(lambda: ask(exhibitor, visitor, slot=2, by=Side.EXHIBITOR)) == "DECLINED_BEFORE"
    ask(exhibitor, visitor, slot=2)
    monkeypatch.setitem(MOST_WAITING, Side.VISITOR, 1)
    assert code_of(lambda: ask(make_exhibitor(exhibitor.expo), visitor, slot=3)) == "TOO_MANY"


def test_fewer_tables_leave_what_is_agreed_upon() -> None:
    exhibitor = set_meeting_tables(exhibitor=make_exhibitor(), tables=3)
    visitors = [make_fair_visitor(exhibitor.expo) for _ in range(3)]
    third = [ask(exhibitor, visitor) for visitor in visitors][2]
    exhibitor = set_meeting_tables(exhibitor=exhibitor, tables=1)
    assert accept_meeting(meeting=third, by=Side.EXHIBITOR, now=NOW).table == 3
    for wrong in (0, 11):
        assert code_of(lambda tables=wrong: set_meeting_tables(exhibitor=exhibitor, tables=tables)) == "INVALID"  # type: ignore[misc]  # a loop's variable


def test_who_withdraws_frees_all_tables() -> None:
    exhibitor = make_exhibitor()
    visitor = make_fair_visitor(exhibitor.expo)
    meeting = accept_meeting(meeting=ask(exhibitor, visitor), by=Side.EXHIBITOR, now=NOW)
    assert cancel_meetings_of(visitor=visitor, now=NOW) == 1
    meeting.refresh_from_db()
    assert (meeting.status, meeting.sequence) == ("CANCELLED", 2)
    assert ask(exhibitor, make_fair_visitor(exhibitor.expo)).table == 1
