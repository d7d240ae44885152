"""A visitor's time at a fair in the API: meetings, seats in seminars, and both for a calendar."""

from typing import Any

from marketplace.expo.graphql.matchmaking.types import ExhibitorMatch
from marketplace.expo.graphql.meetings.access import THROUGH
from marketplace.expo.graphql.meetings.types import FairContact, Meeting
from marketplace.expo.graphql.seminars.types import SeminarSeat
from marketplace.expo.matchmaking.exhibitors import matching_exhibitors
from marketplace.expo.matchmaking.match import Match
from marketplace.expo.meetings.agenda import agenda_calendar, meetings_of, seats_of
from marketplace.expo.meetings.meeting import Meeting as MeetingRow
from marketplace.expo.models import Exhibitor as ExhibitorRow
from marketplace.expo.models import SeminarSeat as SeatRow
from marketplace.expo.models import Visitor as VisitorRow
from marketplace.expo.visitors.visitor import ConsentPurpose, consents_to
from marketplace.graphql import Boolean, Field, List, NonNull, ObjectType, String, batch


class FairAgenda(ObjectType):
    """What a visitor does at a fair."""

    class Meta:
        access = THROUGH

    visitor = Field(FairContact, required=True, description="The visitor's own.")
    is_confirmed = Field(Boolean, required=True, description="Only who confirmed the registration may ask and book.")
    consents_to_matchmaking = Field(Boolean, required=True)
    meetings = Field(
        NonNull(List(NonNull(Meeting))), size=20, description="By time; also those declined or cancelled. At most 200."
    )
    seats = Field(NonNull(List(NonNull(SeminarSeat))), size=10, description="Booked ones and waiting ones, by time.")
    matches = Field(
        NonNull(List(NonNull(ExhibitorMatch))),
        size=50,
        cost=50,
        description="At most 50 exhibitors that have what the visitor looks for; none without that consent.",
    )
    calendar = Field(
        String,
        required=True,
        url=String(description="The page to name in each entry."),
        cost=5,
        description="An iCalendar file (RFC 5545) of meetings and seminars.",
    )

    @staticmethod
    @batch
    def resolve_visitor(visitors: list[VisitorRow], info: Any) -> list[VisitorRow]:
        return visitors

    @staticmethod
    @batch
    def resolve_is_confirmed(visitors: list[VisitorRow], info: Any) -> list[bool]:
        return [visitor.is_registered for visitor in visitors]

    @staticmethod
    @batch
    def resolve_consents_to_matchmaking(visitors: list[VisitorRow], info: Any) -> list[bool]:
        return [_agrees(visitor) for visitor in visitors]

    @staticmethod
    @batch
    def resolve_meetings(visitors: list[VisitorRow], info: Any) -> list[list[MeetingRow]]:
        return [meetings_of(visitor) for visitor in visitors]

    @staticmethod
    @batch
    def resolve_seats(visitors: list[VisitorRow], info: Any) -> list[list[SeatRow]]:
        return [seats_of(visitor) for visitor in visitors]

    @staticmethod
    @batch
    def resolve_matches(visitors: list[VisitorRow], info: Any) -> list[list[Match[ExhibitorRow]]]:
        now = info.context.now
        return [matching_exhibitors(visitor, now=now) if _agrees(visitor) else [] for visitor in visitors]

    @staticmethod
    @batch
    def resolve_calendar(visitors: list[VisitorRow], info: Any, url: str | None = None) -> list[str]:
        language, now, page = info.context.language, info.context.now, (url or "")[:500]
        return [agenda_calendar(visitor, language=language, now=now, url=page) for visitor in visitors]


def _agrees(visitor: VisitorRow) -> bool:
    return consents_to(visitor, ConsentPurpose.MATCHMAKING)
