"""The audit log's part of the public API."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from i18n.graphql.bounded import bounded
from i18n.messages import gettext_noop as _
from i18n.today import day_here
from marketplace.audit.entry import AuditEntry as EntryRow
from marketplace.audit.find import Wanted, find_entries
from marketplace.audit.graphql.types import (
    READERS,
    AuditEntryConnection,
    AuditEntryFilterInput,
    AuditRetention,
)
from marketplace.audit.retention import Period, period_on
from marketplace.graphql import ConnectionField, Field, InputError, ObjectType, from_global_id
from marketplace.graphql.ids import split_global_id


class AuditQueries(ObjectType):
    """Who with rights over others did what."""

    audit_entries = ConnectionField(
        AuditEntryConnection, filter=AuditEntryFilterInput(), access=READERS, description="The latest first."
    )
    audit_retention = Field(
        AuditRetention,
        required=True,
        access=READERS,
        description="How long what is written now stays, and why.",
    )

    @staticmethod
    def resolve_audit_entries(root: Any, info: Any, filter: Any = None) -> QuerySet[EntryRow]:
        return find_entries(_wanted(filter or {}))

    @staticmethod
    def resolve_audit_retention(root: Any, info: Any) -> Period:
        return period_on(day_here(info.context.now))


def _wanted(given: Any) -> Wanted:
    return Wanted(
        actor=_person(given.get("actor"), "actor"),
        acting_for=_person(given.get("acting_for"), "acting_for"),
        named=split_global_id(given["object"], field="object") if given.get("object") else None,
        operation=bounded(given.get("operation") or "", "operation", 80).strip(),
        outcome=str(given.get("outcome") or ""),
        request_id=bounded(given.get("request_id") or "", "request_id", 64),
        first_day=given.get("first_day"),
        last_day=given.get("last_day"),
    )


def _person(global_id: str | None, field: str) -> UUID | None:
    if not global_id:
        return None
    try:
        return UUID(from_global_id(global_id, "User", field=field))
    except ValueError:
        raise InputError(_("There is no such person."), field=field, code="NOT_FOUND") from None
