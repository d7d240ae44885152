from typing import Any

from i18n.graphql.bounded import bounded
from i18n.messages import gettext_noop as _
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.graphql import Field, InputError, Int, List, Mutation, NonNull, String, Upload
from orders.bank_statements.csv_mapping import Column, CsvMapping, DateOrder, DecimalSign
from orders.bank_statements.import_statement import MOST_BYTES, import_statement
from orders.bank_statements.read_csv import MappingNeeded
from orders.graphql import bank_refusals
from orders.graphql.types.bank_statement import STAFF, BankCsvMappingInput, BankMappingNeeded, BankStatement


class BankStatementImport(Mutation):
    """Take over a bank's file: CAMT.053, or CSV. The same file again changes nothing.

    Where a CSV file can be read in several ways nothing is taken, and the answer says what has to be decided.
    """

    class Arguments:
        file = Upload(required=True)
        currency = String(description="Of the account that a CSV file is of; CAMT.053 says it itself.")
        mapping = BankCsvMappingInput()

    class Meta:
        access = STAFF
        creates = True
        error_codes = bank_refusals.FILE_CODES
        known_errors = bank_refusals.FILE
        cost = 50

    statements = List(NonNull(BankStatement))
    new_entries = Int()
    known_entries = Int(description="Lines that an earlier file had brought.")
    mapping_needed = Field(BankMappingNeeded)

    @classmethod
    def perform(cls, info: Any, *, file: Any, currency: str | None = None, mapping: Any = None) -> dict[str, Any]:
        try:
            done = import_statement(
                content=file.read(MOST_BYTES + 1),
                file_name=str(getattr(file, "name", "") or ""),
                by=signed_in_user(info),
                currency=bounded(currency or "", "currency", 3),
                mapping=_mapping(mapping) if mapping else None,
            )
        except MappingNeeded as question:
            return {"statements": [], "new_entries": 0, "known_entries": 0, "mapping_needed": _question(question)}
        return {
            "statements": done.statements,
            "new_entries": done.new_entries,
            "known_entries": done.known_entries,
        }


def _mapping(given: Any) -> CsvMapping:
    columns = {Column(one.column): bounded(one.header, "mapping", 200) for one in given.columns}
    if len(set(columns.values())) != len(given.columns):
        raise InputError(
            _("A column of the file says one thing, and each thing is said by one column."), field="mapping"
        )
    return CsvMapping(
        columns=columns,
        date_order=DateOrder(given.date_order) if given.get("date_order") else None,
        decimal_sign=DecimalSign(given.decimal_sign) if given.get("decimal_sign") else None,
    )


def _question(question: MappingNeeded) -> dict[str, Any]:
    return {
        "headers": question.headers[:60],
        "sample": [{"cells": row[:60]} for row in question.sample],
        "guess": [{"column": column, "header": header} for column, header in question.guess.columns.items()],
        "undecided": question.undecided or None,
    }
