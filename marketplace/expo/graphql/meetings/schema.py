"""Meetings', matches' and seminars' part of the public API."""

from typing import Any

from marketplace.expo.exhibition import Expo as ExpoRow
from marketplace.expo.graphql.access import is_staff, roles_at_fairs, visible_exhibitors, visible_expos
from marketplace.expo.graphql.meetings.agenda import FairAgenda
from marketplace.expo.graphql.meetings.answer_mutations import (
    MeetingAccept,
    MeetingCancel,
    MeetingDecline,
    MeetingMove,
)
from marketplace.expo.graphql.meetings.desk import MeetingDesk
from marketplace.expo.graphql.meetings.request_mutations import MeetingInvite, MeetingRequest
from marketplace.expo.graphql.meetings.slot_mutations import MeetingSlotsClose, MeetingTablesSet
from marketplace.expo.graphql.meetings.types import MeetingSlot
from marketplace.expo.graphql.seminars.access import visible_seminars
from marketplace.expo.graphql.seminars.seat_mutations import SeminarBook, SeminarLeave
from marketplace.expo.graphql.seminars.staff_mutations import (
    SeminarCancel,
    SeminarCreate,
    SeminarTranslate,
    SeminarUpdate,
)
from marketplace.expo.graphql.seminars.types import Seminar
from marketplace.expo.graphql.visitor_access import visitor_if_any
from marketplace.expo.meetings.slots import Slot, free_slots
from marketplace.expo.models import Exhibitor as ExhibitorRow
from marketplace.expo.models import Seminar as SeminarRow
from marketplace.expo.models import Visitor as VisitorRow
from marketplace.graphql import ANYONE, ID, Field, List, NonNull, ObjectType, String, integer_key


class MeetingQueries(ObjectType):
    """Free times, agendas and seminars of fairs."""

    meeting_slots = Field(
        NonNull(List(NonNull(MeetingSlot))),
        exhibitor_id=ID(required=True),
        visitor_token=String(),
        access=ANYONE,
        size=60,
        cost=5,
        description="Free ones to come; for a visitor (by link, or the caller's own) only those with nothing else.",
    )
    meeting_desk = Field(
        MeetingDesk,
        exhibitor_id=ID(required=True),
        access=ANYONE,
        description="Null for who does not work for the exhibitor.",
    )
    fair_agenda = Field(
        FairAgenda,
        slug=String(required=True, description="Of the fair."),
        visitor_token=String(),
        access=ANYONE,
        description="Of the visitor of a mailed link, or the caller's own; null when there is none.",
    )
    seminars = Field(
        NonNull(List(NonNull(Seminar))),
        slug=String(required=True, description="Of the fair."),
        access=ANYONE,
        size=30,
        description="All of a fair by time, those called off included; at most 500.",
    )
    seminar = Field(Seminar, id=ID(required=True), access=ANYONE)

    @staticmethod
    def resolve_meeting_slots(root: Any, info: Any, exhibitor_id: str, visitor_token: str | None = None) -> list[Slot]:
        key = integer_key(exhibitor_id, "Exhibitor")
        exhibitor = visible_exhibitors(info).select_related("expo").filter(pk=key).first()
        if exhibitor is None:
            return []
        visitor = visitor_if_any(info, exhibitor.expo, visitor_token)
        return free_slots(exhibitor, now=info.context.now, visitor=visitor)

    @staticmethod
    def resolve_meeting_desk(root: Any, info: Any, exhibitor_id: str) -> ExhibitorRow | None:
        key = integer_key(exhibitor_id, "Exhibitor")
        if not is_staff(info) and key not in roles_at_fairs(info.context):
            return None
        return ExhibitorRow.objects.select_related("expo").filter(pk=key).first()

    @staticmethod
    def resolve_fair_agenda(root: Any, info: Any, slug: str, visitor_token: str | None = None) -> VisitorRow | None:
        expo = _expo(info, slug)
        return visitor_if_any(info, expo, visitor_token) if expo is not None else None

    @staticmethod
    def resolve_seminars(root: Any, info: Any, slug: str) -> list[SeminarRow]:
        expo = _expo(info, slug)
        if expo is None:
            return []
        return list(visible_seminars(info).filter(expo=expo).order_by("starts_at", "pk"))

    @staticmethod
    def resolve_seminar(root: Any, info: Any, id: str) -> SeminarRow | None:
        return visible_seminars(info).filter(pk=integer_key(id, "Seminar")).first()


def _expo(info: Any, slug: str) -> ExpoRow | None:
    return visible_expos(info).filter(slug=slug[:120]).first()


class MeetingMutations(ObjectType):
    """For visitors, for exhibitors' people, and (seminars) for staff with expo.manage."""

    meeting_request = MeetingRequest.Field()
    meeting_invite = MeetingInvite.Field()
    meeting_accept = MeetingAccept.Field()
    meeting_decline = MeetingDecline.Field()
    meeting_move = MeetingMove.Field()
    meeting_cancel = MeetingCancel.Field()
    meeting_slots_close = MeetingSlotsClose.Field()
    meeting_tables_set = MeetingTablesSet.Field()
    seminar_book = SeminarBook.Field()
    seminar_leave = SeminarLeave.Field()
    seminar_create = SeminarCreate.Field()
    seminar_update = SeminarUpdate.Field()
    seminar_translate = SeminarTranslate.Field()
    seminar_cancel = SeminarCancel.Field()
