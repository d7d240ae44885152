"""Meetings and seminars of the world's fair: the buyer is registered there with the account, and meets the owner."""

from datetime import timedelta
from typing import Any

from django.db.models import Model
from django.utils import timezone

from marketplace.accounts.models import User
from marketplace.expo.meetings.close_slots import set_meeting_tables
from marketplace.expo.meetings.meeting import Side
from marketplace.expo.meetings.request import request_meeting
from marketplace.expo.meetings.words import Words
from marketplace.expo.models import Seminar, Visitor
from marketplace.expo.seminars.arrange import translate_seminar
from marketplace.expo.seminars.seats import book_seat
from tests.factories.catalog import make_category
from tests.factories.expo import make_exhibitor
from tests.factories.meetings import first_slot, make_fair_visitor, make_seminar

HIDDEN_WORDS = ("hop-kin-1", "gap@example.org", "hop-kin-gom")
"""What the two of a meeting wrote, and an address that nobody shows."""


def make_meetings(facts: dict[str, Any], buyer: User) -> dict[str, Any]:
    """A meeting that waits for the owner, one for the buyer, a seat, and another visitor's with another exhibitor."""
    expo = facts["expo"]
    facts["exhibitor"] = set_meeting_tables(exhibitor=facts["exhibitor"], tables=3)
    interests = [facts["product"].category_id or make_category().pk]
    known = Visitor.objects.filter(expo=expo, user=buyer).first()
    visitor = known or make_fair_visitor(expo, user=buyer, email=buyer.email, interests=interests)
    stranger = make_fair_visitor(expo, email="gap@example.org", interests=interests, consents=())
    seminar = make_seminar(expo, seats=9)
    book_seat(seminar=seminar, visitor=visitor, now=timezone.now())
    return {
        "fair_visitor": visitor,
        "meeting": _ask(facts["exhibitor"], visitor, 0, Side.VISITOR, "hop-kin-1"),
        "other_meeting": _ask(make_exhibitor(expo), stranger, 1, Side.VISITOR, "hop-kin-gom"),
        "seminar": seminar,
    }


def more_meetings(facts: dict[str, Any], number: int) -> None:
    """One more of each, of the buyer's as of the owner's; ``number`` counts from 0."""
    expo, exhibitor = facts["expo"], facts["exhibitor"]
    _ask(exhibitor, make_fair_visitor(expo), 20 + number, Side.VISITOR, "xin chào")
    _ask(make_exhibitor(expo), facts["fair_visitor"], 40 + number, Side.VISITOR, "xin chào")
    seminar: Seminar = make_seminar(expo, minutes=10, starts_at=_later(facts, number))
    translate_seminar(seminar=seminar, language="en", texts_given={"title": f"Example {number}"})
    book_seat(seminar=seminar, visitor=facts["fair_visitor"], now=timezone.now())
    book_seat(seminar=seminar, visitor=make_fair_visitor(expo), now=timezone.now())


def _later(facts: dict[str, Any], number: int) -> Any:
    """On the second day, on which the visitor meets nobody, one after the other."""
    return facts["seminar"].starts_at + timedelta(days=1, minutes=15 * number)


def own_meetings(facts: dict[str, Any]) -> dict[str, list[Model]]:
    return {"Meeting": [facts["meeting"]], "Seminar": [facts["seminar"]]}


def _ask(exhibitor: Any, visitor: Visitor, slot: int, by: Side, text: str) -> Model:
    return request_meeting(
        exhibitor=exhibitor,
        visitor=visitor,
        starts_at=first_slot(exhibitor.expo, slot),
        by=by,
        words=Words(text, "vi"),
        now=timezone.now(),
    )
