"""Meetings at fairs in the API: the same for both sides, and nobody's e-mail address in it."""

from typing import Any

from catalog.graphql.types.category import Category
from catalog.models import Category as CategoryRow
from i18n.graphql.types.country import CountryDisplay
from i18n.graphql.types.language import LanguageDisplay
from marketplace.expo.graphql.meetings.access import PARTIES, THROUGH, is_side
from marketplace.expo.graphql.types.exhibitor import Exhibitor
from marketplace.expo.meetings.meeting import DeclineReason, MeetingStatus, Side
from marketplace.expo.meetings.meeting import Meeting as MeetingRow
from marketplace.expo.meetings.place import places_of
from marketplace.expo.models import Exhibitor as ExhibitorRow
from marketplace.expo.models import Visitor as VisitorRow
from marketplace.graphql import (
    ANYONE,
    ID,
    Boolean,
    DateTime,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    related,
)

MeetingStatusEnum = Enum.from_enum(
    MeetingStatus, name="MeetingStatusEnum", description="REQUESTED and CONFIRMED ones hold their table and visitor."
)
MeetingSideEnum = Enum.from_enum(Side, name="MeetingSideEnum", description="Who of the two.")
MeetingDeclineReasonEnum = Enum.from_enum(
    DeclineReason, name="MeetingDeclineReasonEnum", description="Told to the other side in its own language."
)


class MeetingSlot(ObjectType):
    """Half an hour in which an exhibitor can be met."""

    class Meta:
        access = ANYONE

    starts_at = Field(DateTime, required=True)
    ends_at = Field(DateTime, required=True)
    tables_free = Field(Int, required=True)
    is_closed = Field(Boolean, required=True, description="The exhibitor keeps this time free.")
    taken = Field(Int, required=True, description="How many meetings are asked for or agreed upon then.")


class FairContact(ObjectType):
    """A visitor as exhibitors see one who asks, or who agreed to be proposed to them."""

    class Meta:
        access = THROUGH
        id_from = "public_id"

    id = Field(ID, required=True)
    name = Field(String, required=True, description="Empty once the visitor withdrew.")
    firm = Field(String, required=True)
    job_title = Field(String, required=True)
    country = Field(CountryDisplay, required=True)
    language = Field(LanguageDisplay, required=True)
    timezone = Field(String, required=True, description="Of the IANA time zone database.")
    interests = Field(NonNull(List(NonNull(Category))), size=20)

    @staticmethod
    @batch
    def resolve_interests(visitors: list[VisitorRow], info: Any) -> list[list[CategoryRow]]:
        rows = CategoryRow.objects.in_bulk({key for visitor in visitors for key in visitor.interests})
        return [[rows[key] for key in visitor.interests if key in rows] for visitor in visitors]


class Meeting(ObjectType):
    """Half an hour of a visitor at an exhibitor's table: asked for, agreed upon, or over."""

    class Meta:
        access = PARTIES

    id = Field(ID, required=True)
    exhibitor = Field(Exhibitor, required=True)
    visitor = Field(FairContact, required=True)
    starts_at = Field(DateTime, required=True)
    ends_at = Field(DateTime, required=True)
    table = Field(Int, required=True)
    place = Field(String, required=True, description="Hall, booth and table in the language of the request.")
    status = Field(MeetingStatusEnum, required=True)
    asked_by = Field(MeetingSideEnum, required=True)
    awaits = Field(MeetingSideEnum, description="Who answers next; null when nobody has to.")
    message = Field(String, description="What the asking side wrote; the two sides alone read it.")
    language = Field(LanguageDisplay, required=True, description="Of the message, as its writer says.")
    answer = Field(String, description="What was written last about it; the two sides alone read it.")
    answer_language = Field(LanguageDisplay)
    answered_by = Field(MeetingSideEnum)
    decline_reason = Field(MeetingDeclineReasonEnum)
    created_at = Field(DateTime, required=True)

    resolve_exhibitor = related("exhibitor", queryset=lambda info: ExhibitorRow.objects.all())
    resolve_visitor = related("visitor", queryset=lambda info: VisitorRow.objects.all())

    @staticmethod
    @batch
    def resolve_place(meetings: list[MeetingRow], info: Any) -> list[str]:
        return places_of(meetings, info.context.language)

    @staticmethod
    @batch
    def resolve_awaits(meetings: list[MeetingRow], info: Any) -> list[str | None]:
        return [each.awaits if each.status == MeetingStatus.REQUESTED else None for each in meetings]

    @staticmethod
    @batch
    def resolve_message(meetings: list[MeetingRow], info: Any) -> list[str | None]:
        return [each.message or None if is_side(info, each) else None for each in meetings]

    @staticmethod
    @batch
    def resolve_answer(meetings: list[MeetingRow], info: Any) -> list[str | None]:
        return [each.answer or None if is_side(info, each) else None for each in meetings]

    @staticmethod
    @batch
    def resolve_answer_language(meetings: list[MeetingRow], info: Any) -> list[str | None]:
        return [each.answer_language if each.answer and is_side(info, each) else None for each in meetings]

    @staticmethod
    @batch
    def resolve_answered_by(meetings: list[MeetingRow], info: Any) -> list[str | None]:
        return [each.answered_by or None for each in meetings]

    @staticmethod
    @batch
    def resolve_decline_reason(meetings: list[MeetingRow], info: Any) -> list[str | None]:
        return [each.decline_reason or None for each in meetings]
