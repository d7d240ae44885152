"""``meetingRequest`` by a visitor, ``meetingInvite`` by an exhibitor."""

from datetime import datetime
from typing import Any
from uuid import UUID

from i18n.graphql.types.language import LanguageCodeEnum
from i18n.messages import gettext_noop as _
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import EXHIBITOR, own_exhibitor, visible_exhibitors
from marketplace.expo.graphql.meetings.access import words_of
from marketplace.expo.graphql.meetings.types import Meeting
from marketplace.expo.graphql.visitor_access import visitor_of
from marketplace.expo.matchmaking.visitors import willing_visitors
from marketplace.expo.meetings.meeting import Side
from marketplace.expo.meetings.request import request_meeting
from marketplace.expo.models import Exhibitor as ExhibitorRow
from marketplace.expo.models import Visitor as VisitorRow
from marketplace.graphql import (
    ANYONE,
    ID,
    DateTime,
    Field,
    InputError,
    Mutation,
    String,
    from_global_id,
    integer_key,
)

SLOT_CODES = ("PAST", "NOT_OPEN", "VISITOR_BUSY", "SLOT_TAKEN")
CODES = (*SLOT_CODES, "NOT_CONFIRMED", "ALREADY_ASKED", "DECLINED_BEFORE", "TOO_MANY")


class MeetingRequest(Mutation):
    """Ask an exhibitor for a meeting. The slot is held until it is answered.

    The exhibitor sees name, firm, job title, country and language of the visitor, not the e-mail address.
    """

    class Arguments:
        exhibitor_id = ID(required=True)
        starts_at = DateTime(required=True)
        message = String()
        language_code = LanguageCodeEnum(description="Of the message; that of the request when left out.")
        visitor_token = String(description="Of the mailed link; without it the caller's own registration.")

    class Meta:
        access = ANYONE
        creates = True
        error_codes = CODES
        known_errors = errors.REFUSED

    meeting = Field(Meeting)

    @classmethod
    def perform(
        cls,
        info: Any,
        *,
        exhibitor_id: str,
        starts_at: datetime,
        message: str | None = None,
        language_code: Any = None,
        visitor_token: str | None = None,
    ) -> dict[str, Any]:
        exhibitor = _visible_exhibitor(info, exhibitor_id)
        meeting = request_meeting(
            exhibitor=exhibitor,
            visitor=visitor_of(info, exhibitor.expo, visitor_token, confirmed=False),
            starts_at=starts_at,
            by=Side.VISITOR,
            words=words_of(info, message, language_code),
            now=info.context.now,
        )
        return {"meeting": meeting}


class MeetingInvite(Mutation):
    """Ask a visitor who agreed to matchmaking for a meeting."""

    class Arguments:
        exhibitor_id = ID(required=True)
        visitor_id = ID(required=True, description="Of a FairContact.")
        starts_at = DateTime(required=True)
        message = String()
        language_code = LanguageCodeEnum(description="Of the message; that of the request when left out.")

    class Meta:
        access = EXHIBITOR
        creates = True
        error_codes = CODES
        known_errors = errors.REFUSED

    meeting = Field(Meeting)

    @classmethod
    def perform(
        cls,
        info: Any,
        *,
        exhibitor_id: str,
        visitor_id: str,
        starts_at: datetime,
        message: str | None = None,
        language_code: Any = None,
    ) -> dict[str, Any]:
        exhibitor = own_exhibitor(info, exhibitor_id)
        meeting = request_meeting(
            exhibitor=exhibitor,
            visitor=_willing_visitor(exhibitor, visitor_id),
            starts_at=starts_at,
            by=Side.EXHIBITOR,
            words=words_of(info, message, language_code),
            now=info.context.now,
        )
        return {"meeting": meeting}


def _visible_exhibitor(info: Any, global_id: str) -> ExhibitorRow:
    key = integer_key(global_id, "Exhibitor", field="exhibitor_id")
    exhibitor = visible_exhibitors(info).select_related("expo").filter(pk=key).first()
    if exhibitor is None:
        raise InputError(_("There is no such exhibitor."), field="exhibitor_id", code="NOT_FOUND")
    return exhibitor


def _willing_visitor(exhibitor: ExhibitorRow, global_id: str) -> VisitorRow:
    try:
        key = UUID(from_global_id(global_id, "FairContact", field="visitor_id"))
    except ValueError:
        key = None
    visitor = willing_visitors(exhibitor).filter(public_id=key).first() if key is not None else None
    if visitor is None:
        raise InputError(_("There is no such visitor."), field="visitor_id", code="NOT_FOUND")
    return visitor
