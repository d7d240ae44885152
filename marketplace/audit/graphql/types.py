"""The audit log in the API."""

from collections import defaultdict
from typing import Any

from marketplace.accounts.graphql.types.user import User
from marketplace.audit.entry import AuditEntry as EntryRow
from marketplace.audit.entry import AuditObject as ObjectRow
from marketplace.audit.entry import AuditOutcome
from marketplace.graphql import (
    ID,
    Date,
    DateTime,
    Enum,
    Field,
    InputObjectType,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
    batch,
    connection_type,
    permission,
    related,
    to_global_id,
)

READERS = permission("audit.read")
AuditOutcomeEnum = Enum.from_enum(
    AuditOutcome,
    name="AuditOutcome",
    description="STARTED is work of several steps that another entry of the same request says the end of.",
)


class AuditObject(ObjectType):
    """An object that was named, or made."""

    class Meta:
        access = READERS

    kind = Field(String, required=True, description="Its type.")
    object_id = Field(ID, required=True)

    @staticmethod
    @batch
    def resolve_object_id(rows: list[ObjectRow], info: Any) -> list[str]:
        return [to_global_id(row.kind, row.key) for row in rows]


class AuditEntry(ObjectType):
    """What somebody with rights over others asked for, and what came of it. It never says what fields held."""

    class Meta:
        access = READERS

    id = Field(ID, required=True)
    at = Field(DateTime, required=True)
    actor = Field(User, description="Who really did it; null for a sign-in that failed.")
    acting_for = Field(User, description="Whose eyes they looked through.")
    operation = Field(String, required=True, description="The name of the mutation.")
    outcome = Field(AuditOutcomeEnum, required=True)
    codes = Field(NonNull(List(NonNull(String))), size=2, description="Why it was refused.")
    fields = Field(NonNull(List(NonNull(String))), size=10, description="Names of what was given.")
    objects = Field(NonNull(List(NonNull(AuditObject))), size=5)
    request_id = Field(String, required=True, description="The same for everything that one request did.")
    keep_until = Field(Date, required=True, description="The last day on which it stays.")

    resolve_actor = related("actor")
    resolve_acting_for = related("acting_for")
    resolve_request_id = attribute("request_id")
    resolve_keep_until = attribute("keep_until")

    @staticmethod
    @batch
    def resolve_objects(entries: list[EntryRow], info: Any) -> list[list[ObjectRow]]:
        found: dict[int, list[ObjectRow]] = defaultdict(list)
        for row in ObjectRow.objects.filter(entry__in=[entry.pk for entry in entries]).order_by("pk"):
            found[row.entry_id].append(row)
        return [found[entry.pk] for entry in entries]


class AuditRetention(ObjectType):
    """How long what is written now stays."""

    class Meta:
        access = READERS

    days = Field(Int, required=True)
    legal_basis = Field(String, required=True)


class AuditEntryFilterInput(InputObjectType):
    """Which entries; everything that is named has to hold."""

    actor = ID(description="Of the person who did it.")
    acting_for = ID(description="Of the person whose eyes they looked through.")
    object = ID(description="Of anything.")
    operation = String(description="The whole name of a mutation, or its beginning.")
    outcome = AuditOutcomeEnum()
    request_id = String()
    first_day = Date(description="By the calendar of Viet Nam.")
    last_day = Date()


AuditEntryConnection = connection_type(AuditEntry)
