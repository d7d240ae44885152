"""``seminarBook`` and ``seminarLeave``, by visitors."""

from typing import Any

from marketplace.expo.graphql import errors
from marketplace.expo.graphql.seminars.access import held_seat, seminar_of
from marketplace.expo.graphql.seminars.types import Seminar, SeminarSeat
from marketplace.expo.graphql.visitor_access import visitor_of
from marketplace.expo.seminars.seats import book_seat, leave_seat
from marketplace.graphql import ANYONE, ID, Field, Mutation, String


class SeminarBook(Mutation):
    """Book a seat, or join the waiting list when all are taken."""

    class Arguments:
        seminar_id = ID(required=True)
        visitor_token = String(description="Of the mailed link; without it the caller's own registration.")

    class Meta:
        access = ANYONE
        creates = True
        error_codes = ("NOT_CONFIRMED", "WRONG_STATE", "VISITOR_BUSY")
        known_errors = errors.REFUSED

    seat = Field(SeminarSeat)

    @classmethod
    def perform(cls, info: Any, *, seminar_id: str, visitor_token: str | None = None) -> dict[str, Any]:
        seminar = seminar_of(info, seminar_id, "seminar_id")
        visitor = visitor_of(info, seminar.expo, visitor_token, confirmed=False)
        return {"seat": book_seat(seminar=seminar, visitor=visitor, now=info.context.now)}


class SeminarLeave(Mutation):
    """Give one's seat back, or leave the waiting list; who waits longest gets it."""

    class Arguments:
        seminar_id = ID(required=True)
        visitor_token = String(description="Of the mailed link; without it the caller's own registration.")

    class Meta:
        access = ANYONE
        error_codes = ("WRONG_STATE",)
        known_errors = errors.REFUSED

    seminar = Field(Seminar)

    @classmethod
    def perform(cls, info: Any, *, seminar_id: str, visitor_token: str | None = None) -> dict[str, Any]:
        seminar = seminar_of(info, seminar_id, "seminar_id")
        visitor = visitor_of(info, seminar.expo, visitor_token, confirmed=False)
        leave_seat(seat=held_seat(seminar, visitor), now=info.context.now)
        return {"seminar": seminar}
