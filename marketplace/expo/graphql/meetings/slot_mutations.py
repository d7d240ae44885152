"""``meetingSlotsClose``, ``meetingTablesSet``: an exhibitor's own time."""

from datetime import datetime
from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import EXHIBITOR, own_exhibitor
from marketplace.expo.graphql.meetings.types import MeetingSlot
from marketplace.expo.meetings.close_slots import close_slots, open_slots, set_meeting_tables
from marketplace.expo.meetings.slots import slots_of
from marketplace.graphql import ID, Boolean, DateTime, Field, InputError, Int, List, Mutation, NonNull

MOST_AT_ONCE = 500


class MeetingSlotsClose(Mutation):
    """Keep half-hours free of meetings, or offer them again; what is agreed upon stays."""

    class Arguments:
        exhibitor_id = ID(required=True)
        starts_at = List(NonNull(DateTime), required=True)
        is_closed = Boolean(required=True)

    class Meta:
        access = EXHIBITOR
        error_codes = ("NOT_OPEN", "TOO_MANY")
        known_errors = errors.REFUSED

    slots = Field(List(NonNull(MeetingSlot)), description="All that are to come.")

    @classmethod
    def perform(cls, info: Any, *, exhibitor_id: str, starts_at: list[datetime], is_closed: bool) -> dict[str, Any]:
        exhibitor = own_exhibitor(info, exhibitor_id)
        if len(starts_at) > MOST_AT_ONCE:
            message = _("At most %(most)s at once.")
            raise InputError(message, field="starts_at", code="TOO_MANY", params={"most": MOST_AT_ONCE})
        change = close_slots if is_closed else open_slots
        change(exhibitor=exhibitor, starts=starts_at)
        return {"slots": slots_of(exhibitor, now=info.context.now)}


class MeetingTablesSet(Mutation):
    """Say how many visitors the exhibitor meets at the same time, 1 to 10."""

    class Arguments:
        exhibitor_id = ID(required=True)
        tables = Int(required=True)

    class Meta:
        access = EXHIBITOR
        known_errors = errors.REFUSED

    tables = Field(Int)
    slots = Field(List(NonNull(MeetingSlot)), description="All that are to come.")

    @classmethod
    def perform(cls, info: Any, *, exhibitor_id: str, tables: int) -> dict[str, Any]:
        exhibitor = set_meeting_tables(exhibitor=own_exhibitor(info, exhibitor_id), tables=tables)
        return {"tables": exhibitor.meeting_tables, "slots": slots_of(exhibitor, now=info.context.now)}
