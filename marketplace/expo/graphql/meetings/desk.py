"""An exhibitor's time at a fair in the API: slots, meetings and whom to meet."""

from typing import Any

from marketplace.expo.graphql.matchmaking.types import VisitorMatch
from marketplace.expo.graphql.meetings.access import THROUGH
from marketplace.expo.graphql.meetings.types import Meeting, MeetingSlot
from marketplace.expo.matchmaking.match import Match
from marketplace.expo.matchmaking.visitors import matching_visitors
from marketplace.expo.meetings.meeting import Meeting as MeetingRow
from marketplace.expo.meetings.slots import Slot, slots_of
from marketplace.expo.models import Exhibitor as ExhibitorRow
from marketplace.expo.models import Visitor as VisitorRow
from marketplace.graphql import Field, Int, List, NonNull, ObjectType, batch, related_list

MOST_MEETINGS = 500


class MeetingDesk(ObjectType):
    """What the people of one exhibitor see of its meetings."""

    class Meta:
        access = THROUGH

    tables = Field(Int, required=True, description="How many visitors it meets at the same time.")
    slots = Field(NonNull(List(NonNull(MeetingSlot))), size=60, cost=5, description="All that are to come.")
    meetings = Field(
        NonNull(List(NonNull(Meeting))), size=20, description="By time; also those declined or cancelled. At most 500."
    )
    matches = Field(
        NonNull(List(NonNull(VisitorMatch))),
        size=50,
        cost=50,
        description="At most 50 visitors who look for what the exhibitor has and agreed to be proposed.",
    )

    resolve_meetings = related_list(
        lambda info: MeetingRow.objects.order_by("starts_at", "pk"), by="exhibitor_id", first=MOST_MEETINGS
    )

    @staticmethod
    @batch
    def resolve_tables(exhibitors: list[ExhibitorRow], info: Any) -> list[int]:
        return [exhibitor.meeting_tables for exhibitor in exhibitors]

    @staticmethod
    @batch
    def resolve_slots(exhibitors: list[ExhibitorRow], info: Any) -> list[list[Slot]]:
        return [slots_of(exhibitor, now=info.context.now) for exhibitor in exhibitors]

    @staticmethod
    @batch
    def resolve_matches(exhibitors: list[ExhibitorRow], info: Any) -> list[list[Match[VisitorRow]]]:
        return [matching_visitors(exhibitor, now=info.context.now) for exhibitor in exhibitors]
