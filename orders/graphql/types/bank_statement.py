"""Bank statements in the API, for staff."""

from typing import Any

from django.db.models import Count, Max, Min, QuerySet

from i18n.graphql.types.money import Money
from marketplace.accounts.permissions import Permission
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
    permission,
)
from orders.bank_statements import csv_mapping, statement
from orders.bank_statements.entry import BankEntry, EntryStatus

STAFF = permission(Permission.ORDERS_MANAGE)

BankStatementFormat = Enum.from_enum(
    statement.StatementFormat, name="BankStatementFormat", description="How the bank wrote it."
)
BankColumn = Enum.from_enum(
    csv_mapping.Column, name="BankColumn", description="What a column of a bank's CSV file says; AMOUNT has a sign."
)
BankDateOrder = Enum.from_enum(csv_mapping.DateOrder, name="BankDateOrder", description="How a bank writes days.")
BankDecimalSign = Enum.from_enum(
    csv_mapping.DecimalSign, name="BankDecimalSign", description="What stands before the cents."
)


class BankAccount(ObjectType):
    """An account that buyers pay into."""

    class Meta:
        access = STAFF

    currency = Field(String, required=True)
    account_number = Field(String, required=True)
    account_holder = Field(String, required=True)
    bank_name = Field(String, required=True)


class BankStatement(ObjectType):
    """A statement of one of these accounts, as a file brought it."""

    class Meta:
        access = STAFF

    id = Field(ID, required=True)
    account_number = Field(String, required=True)
    currency = Field(String, required=True)
    format = Field(BankStatementFormat, required=True)
    reference = Field(String, required=True, description="The bank's number of it.")
    file_name = Field(String, required=True)
    opening_balance = Field(Money)
    closing_balance = Field(Money)
    entry_count = Field(Int, required=True, description="Lines in the file, those that were known before included.")
    open_count = Field(Int, required=True, description="Lines it brought of which nobody has said what they are.")
    first_day = Field(Date)
    last_day = Field(Date)
    imported_at = Field(DateTime, required=True)

    resolve_opening_balance = attribute("opening")
    resolve_closing_balance = attribute("closing")

    @staticmethod
    @batch
    def resolve_open_count(rows: list[statement.BankStatement], info: Any) -> list[int]:
        waiting = BankEntry.objects.filter(statement__in=rows, status=EntryStatus.OPEN).order_by()
        counts = dict(waiting.values_list("statement_id").annotate(Count("pk")))
        return [counts.get(row.pk, 0) for row in rows]

    @staticmethod
    @batch
    def resolve_first_day(rows: list[statement.BankStatement], info: Any) -> list[Any]:
        found = dict(_entries(rows).values_list("statement_id").annotate(Min("booked_on")))
        return [found.get(row.pk) for row in rows]

    @staticmethod
    @batch
    def resolve_last_day(rows: list[statement.BankStatement], info: Any) -> list[Any]:
        found = dict(_entries(rows).values_list("statement_id").annotate(Max("booked_on")))
        return [found.get(row.pk) for row in rows]


def _entries(rows: list[statement.BankStatement]) -> QuerySet[BankEntry]:
    return BankEntry.objects.filter(statement__in=rows).order_by()


class BankCsvColumn(ObjectType):
    """A column of a CSV file, and what it was taken for."""

    class Meta:
        access = STAFF

    column = Field(BankColumn, required=True)
    header = Field(String, required=True)


class BankCsvRow(ObjectType):
    """A line of a CSV file."""

    class Meta:
        access = STAFF

    cells = Field(List(NonNull(String)), required=True, size=20)


class BankMappingNeeded(ObjectType):
    """The file does not say by itself how it is to be read: send it again with a mapping."""

    class Meta:
        access = STAFF

    headers = Field(List(NonNull(String)), required=True, size=20)
    sample = Field(List(NonNull(BankCsvRow)), required=True, size=3)
    guess = Field(List(NonNull(BankCsvColumn)), required=True, size=10)
    undecided = Field(String, description="dates or amounts, where only these can be read in two ways.")


class BankCsvColumnInput(InputObjectType):
    """What a column of the file says."""

    column = NonNull(BankColumn)
    header = NonNull(String)


class BankCsvMappingInput(InputObjectType):
    """How a bank's CSV file is read; remembered for the account."""

    columns = NonNull(List(NonNull(BankCsvColumnInput)))
    date_order = BankDateOrder()
    decimal_sign = BankDecimalSign()
