"""State systems in the API: which there are, how a seller reaches them, and what became of its records."""

from typing import Any

from django.utils import timezone

from catalog.traceability.portals import submission
from catalog.traceability.portals.connection import PortalConnection as ConnectionRow
from catalog.traceability.portals.discovery import portal_of
from catalog.traceability.portals.file_link import file_urls
from catalog.traceability.portals.portal import Portal
from catalog.traceability.portals.submission import PortalSubmission as SubmissionRow
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from marketplace.graphql import (
    ANYONE,
    ID,
    JSON,
    Boolean,
    DateTime,
    Enum,
    Field,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    connection_type,
)

PortalSubmissionState = Enum.from_enum(
    submission.SubmissionState, name="PortalSubmissionState", description="What became of a record."
)
STATE_WORDS = {
    "DRAFT": _("Not sent"),
    "SENT": _("Sent, no answer yet"),
    "ACCEPTED": _("Accepted"),
    "REFUSED": _("Refused"),
}


class TracePortal(ObjectType):
    """A way to hand a lot's record to a state system."""

    class Meta:
        access = ANYONE

    code = Field(String, required=True)
    name = Field(String, required=True, description="In the language of the request.")
    by_hand = Field(Boolean, required=True, description="A person hands files in and enters the answer.")

    @staticmethod
    def resolve_name(portal: Portal, info: Any) -> str:
        return gettext(info.context.language, portal.name)


class PortalFieldName(ObjectType):
    """What the portal calls a field of the record."""

    class Meta:
        access = ANYONE

    portal_field = Field(String, required=True)
    record_field = Field(String, required=True)


class PortalConnection(ObjectType):
    """How a seller reaches a portal that is called."""

    class Meta:
        access = ANYONE

    portal = Field(TracePortal, required=True)
    url = Field(String, required=True)
    has_token = Field(Boolean, required=True, description="The key itself is told to nobody.")
    fields = Field(List(NonNull(PortalFieldName)), required=True, size=30)
    changed_at = Field(DateTime, required=True)

    @staticmethod
    def resolve_portal(row: ConnectionRow, info: Any) -> Portal:
        return portal_of(row.portal)

    @staticmethod
    def resolve_has_token(row: ConnectionRow, info: Any) -> bool:
        return bool(row.token)

    @staticmethod
    def resolve_fields(row: ConnectionRow, info: Any) -> list[dict[str, str]]:
        return [{"portal_field": theirs, "record_field": ours} for theirs, ours in row.mapping.items()]


class PortalReason(ObjectType):
    """Why a portal refused, in its own words."""

    class Meta:
        access = ANYONE

    field = Field(String, required=True, description="Empty for what is about the whole record.")
    message = Field(String, required=True)


class PortalFile(ObjectType):
    """A file to hand in."""

    class Meta:
        access = ANYONE

    name = Field(String, required=True)
    url = Field(String, required=True, description="Opens for an hour.")


class PortalSubmission(ObjectType):
    """A record of a lot for one portal. Accepted is only what has a receipt."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    portal = Field(TracePortal, required=True)
    state = Field(PortalSubmissionState, required=True)
    state_display = Field(String, required=True, description="In the language of the request.")
    record = Field(JSON, required=True, description="As it was put together; later changes of the lot are not in it.")
    missing = Field(List(NonNull(String)), required=True, description="What the rules ask for and the record has not.")
    reference = Field(String, description="What the portal calls it.")
    receipt = Field(String)
    reasons = Field(List(NonNull(PortalReason)), required=True)
    trouble = Field(String, description="Why the last call said nothing about the record. In English.")
    is_waiting = Field(Boolean, required=True, description="The marketplace will call the portal by itself.")
    next_try_at = Field(DateTime)
    created_at = Field(DateTime, required=True)
    sent_at = Field(DateTime)
    decided_at = Field(DateTime)
    files = Field(List(NonNull(PortalFile)), required=True, size=3, description="Of a portal that is not called.")

    @staticmethod
    def resolve_portal(row: SubmissionRow, info: Any) -> Portal:
        return portal_of(row.portal)

    @staticmethod
    def resolve_state_display(row: SubmissionRow, info: Any) -> str:
        return gettext(info.context.language, STATE_WORDS[row.state])

    @staticmethod
    def resolve_reference(row: SubmissionRow, info: Any) -> str | None:
        return row.reference or None

    @staticmethod
    def resolve_receipt(row: SubmissionRow, info: Any) -> str | None:
        return row.receipt or None

    @staticmethod
    def resolve_trouble(row: SubmissionRow, info: Any) -> str | None:
        return row.trouble or None

    @staticmethod
    def resolve_is_waiting(row: SubmissionRow, info: Any) -> bool:
        return row.next_try_at is not None

    @staticmethod
    @batch
    def resolve_files(rows: list[SubmissionRow], info: Any) -> list[list[dict[str, str]]]:
        now = timezone.now()
        return [[{"name": name, "url": url} for name, url in file_urls(row, now=now)] for row in rows]


PortalSubmissionCountableConnection = connection_type(PortalSubmission)
