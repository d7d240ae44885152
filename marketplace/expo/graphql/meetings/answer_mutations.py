"""``meetingAccept``, ``meetingDecline``, ``meetingMove``, ``meetingCancel``: by whichever side the caller is."""

from datetime import datetime
from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.meetings.access import own_meeting, words_of
from marketplace.expo.graphql.meetings.request_mutations import SLOT_CODES
from marketplace.expo.graphql.meetings.types import Meeting, MeetingDeclineReasonEnum
from marketplace.expo.meetings.answer import accept_meeting, cancel_meeting, decline_meeting, move_meeting
from marketplace.expo.meetings.meeting import DeclineReason
from marketplace.graphql import ANYONE, ID, DateTime, Field, Mutation, String

STATE = ("WRONG_STATE",)


class MeetingAccept(Mutation):
    """Agree to a meeting that the other side asked for or moved."""

    class Arguments:
        id = ID(required=True)
        visitor_token = String()

    class Meta:
        access = ANYONE
        error_codes = STATE
        known_errors = errors.REFUSED

    meeting = Field(Meeting)

    @classmethod
    def perform(cls, info: Any, *, id: str, visitor_token: str | None = None) -> dict[str, Any]:
        meeting, side = own_meeting(info, id, visitor_token)
        return {"meeting": accept_meeting(meeting=meeting, by=side, now=info.context.now)}


class MeetingDecline(Mutation):
    """Say no to a meeting, with a reason; its time is free again."""

    class Arguments:
        id = ID(required=True)
        reason = MeetingDeclineReasonEnum(required=True)
        note = String()
        language_code = LanguageCodeEnum(description="Of the note; that of the request when left out.")
        visitor_token = String()

    class Meta:
        access = ANYONE
        error_codes = STATE
        known_errors = errors.REFUSED

    meeting = Field(Meeting)

    @classmethod
    def perform(
        cls,
        info: Any,
        *,
        id: str,
        reason: Any,
        note: str | None = None,
        language_code: Any = None,
        visitor_token: str | None = None,
    ) -> dict[str, Any]:
        meeting, side = own_meeting(info, id, visitor_token)
        words = words_of(info, note, language_code)
        why = DeclineReason(str(reason))
        return {"meeting": decline_meeting(meeting=meeting, by=side, reason=why, words=words, now=info.context.now)}


class MeetingMove(Mutation):
    """Propose another time. It is held at once, the old one is free again, and the other side is asked to agree."""

    class Arguments:
        id = ID(required=True)
        starts_at = DateTime(required=True)
        note = String()
        language_code = LanguageCodeEnum(description="Of the note; that of the request when left out.")
        visitor_token = String()

    class Meta:
        access = ANYONE
        error_codes = (*STATE, *SLOT_CODES, "ALREADY_ASKED")
        known_errors = errors.REFUSED

    meeting = Field(Meeting)

    @classmethod
    def perform(
        cls,
        info: Any,
        *,
        id: str,
        starts_at: datetime,
        note: str | None = None,
        language_code: Any = None,
        visitor_token: str | None = None,
    ) -> dict[str, Any]:
        meeting, side = own_meeting(info, id, visitor_token)
        words = words_of(info, note, language_code)
        moved = move_meeting(meeting=meeting, by=side, starts_at=starts_at, words=words, now=info.context.now)
        return {"meeting": moved}


class MeetingCancel(Mutation):
    """Take back a request, or call off a meeting that has not begun; its time is free again."""

    class Arguments:
        id = ID(required=True)
        note = String()
        language_code = LanguageCodeEnum(description="Of the note; that of the request when left out.")
        visitor_token = String()

    class Meta:
        access = ANYONE
        error_codes = STATE
        known_errors = errors.REFUSED

    meeting = Field(Meeting)

    @classmethod
    def perform(
        cls,
        info: Any,
        *,
        id: str,
        note: str | None = None,
        language_code: Any = None,
        visitor_token: str | None = None,
    ) -> dict[str, Any]:
        meeting, side = own_meeting(info, id, visitor_token)
        words = words_of(info, note, language_code)
        return {"meeting": cancel_meeting(meeting=meeting, by=side, words=words, now=info.context.now)}
