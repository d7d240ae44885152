"""Bank statements in the public API: for staff who watch the accounts that buyers pay into."""

from typing import Any

from django.db.models import Q, QuerySet

from i18n.graphql.bounded import bounded
from marketplace.graphql import ID, ConnectionField, Field, InputObjectType, List, NonNull, ObjectType, String
from marketplace.graphql import connection_type as connection_of
from orders.bank_statements.entry import BankEntry as EntryRow
from orders.bank_statements.statement import BankStatement as StatementRow
from orders.graphql.access import key_of
from orders.graphql.mutations.bank_entry import BankEntriesMatchExact, BankEntryIgnore, BankEntryMatch, BankEntryUndo
from orders.graphql.mutations.bank_statement_import import BankStatementImport
from orders.graphql.types.bank_entry import BankEntry, BankEntryDirection, BankEntryStatus
from orders.graphql.types.bank_statement import STAFF, BankAccount, BankStatement
from orders.payments.bank.accounts import BankAccount as AccountFacts
from orders.payments.bank.accounts import accounts

BankStatementCountableConnection = connection_of(BankStatement)
BankEntryCountableConnection = connection_of(BankEntry)


class BankEntryFilterInput(InputObjectType):
    """Which lines of statements to list."""

    status = List(NonNull(BankEntryStatus))
    direction = BankEntryDirection()
    statement = ID()
    search = String(description="Part of what is written on it, of the other party's name, or of a reference.")


class BankQueries(ObjectType):
    """What banks say."""

    bank_accounts = Field(List(NonNull(BankAccount)), required=True, access=STAFF, size=6)
    bank_statements = ConnectionField(
        BankStatementCountableConnection, access=STAFF, description="The latest files first."
    )
    bank_entries = ConnectionField(
        BankEntryCountableConnection,
        filter=BankEntryFilterInput(),
        access=STAFF,
        description="Lines of all statements, the latest days first.",
    )
    bank_entry = Field(BankEntry, id=ID(required=True), access=STAFF)

    @staticmethod
    def resolve_bank_accounts(root: Any, info: Any) -> list[AccountFacts]:
        return sorted(accounts().values(), key=lambda account: account.currency)

    @staticmethod
    def resolve_bank_statements(root: Any, info: Any) -> QuerySet[StatementRow]:
        return StatementRow.objects.order_by("-imported_at", "-id")

    @staticmethod
    def resolve_bank_entries(root: Any, info: Any, filter: Any = None) -> QuerySet[EntryRow]:
        return _filtered(filter or {}).order_by("-booked_on", "-created_at", "-id")

    @staticmethod
    def resolve_bank_entry(root: Any, info: Any, id: str) -> EntryRow | None:
        return EntryRow.objects.filter(pk=key_of(id, "BankEntry")).first()


def _filtered(wanted: Any) -> QuerySet[EntryRow]:
    found = EntryRow.objects.all()
    if wanted.get("status") is not None:
        found = found.filter(status__in=wanted["status"])
    if wanted.get("direction") is not None:
        found = found.filter(direction=wanted["direction"])
    if wanted.get("statement") is not None:
        found = found.filter(statement=key_of(wanted["statement"], "BankStatement", field="statement"))
    text = bounded(wanted.get("search") or "", "search", 100)
    if text:
        found = found.filter(
            Q(text__icontains=text)
            | Q(other_name__icontains=text)
            | Q(bank_reference__icontains=text)
            | Q(structured_reference__icontains=text)
        )
    return found


class BankMutations(ObjectType):
    """Reading statements, and saying what their lines are."""

    bank_statement_import = BankStatementImport.Field()
    bank_entries_match_exact = BankEntriesMatchExact.Field()
    bank_entry_match = BankEntryMatch.Field()
    bank_entry_ignore = BankEntryIgnore.Field()
    bank_entry_undo = BankEntryUndo.Field()
