"""A bank's CSV file, read by a mapping of its columns."""

from dataclasses import replace

from i18n.currencies import is_currency
from i18n.money import Money
from orders.bank_statements.csv_mapping import Column, CsvMapping, guess_columns
from orders.bank_statements.csv_table import CsvTable, read_table
from orders.bank_statements.csv_values import Undecided, amount, date_order_of, day, decimal_sign_of
from orders.bank_statements.parsed import BadStatement, Direction, ParsedEntry, ParsedStatement, tidied

_AMOUNTS = (Column.AMOUNT, Column.CREDIT, Column.DEBIT)


class MappingNeeded(Exception):
    """The file does not say by itself what its columns are; a person has to."""

    def __init__(self, headers: list[str], guess: CsvMapping, sample: list[list[str]], undecided: str = "") -> None:
        super().__init__(undecided or "columns")
        self.headers = headers
        self.guess = guess
        self.sample = sample
        self.undecided = undecided
        """``dates`` or ``amounts`` when the columns are clear and only their reading is not."""


def read_csv(
    content: bytes, *, account_number: str, currency: str, mapping: CsvMapping | None
) -> tuple[ParsedStatement, CsvMapping]:
    """The statement and the mapping it was read by, with everything decided.

    Raises ``MappingNeeded``, ``BadStatement``.
    """
    table = read_table(content, headers=list(mapping.columns.values()) if mapping else None)
    used = _decided(table, mapping or CsvMapping(guess_columns(table.headers)), currency)
    entries = [_entry(number, row, used, currency) for number, row in table.rows]
    found = tuple(tidied(entry) for entry in entries if entry is not None)
    return ParsedStatement(account_number=account_number, currency=currency, entries=found), used


def _decided(table: CsvTable, mapping: CsvMapping, currency: str) -> CsvMapping:
    if not mapping.is_complete:
        raise MappingNeeded(table.headers, mapping, _sample(table))
    rows = [row for _number, row in table.rows]
    try:
        order = mapping.date_order or date_order_of(row.get(mapping.columns[Column.DATE], "") for row in rows)
        columns = [mapping.columns[column] for column in _AMOUNTS if column in mapping.columns]
        texts = [row.get(column, "") for row in rows for column in columns]
        sign = mapping.decimal_sign or decimal_sign_of(texts, currency)
    except Undecided as doubt:
        raise MappingNeeded(table.headers, mapping, _sample(table), doubt.what) from doubt
    return replace(mapping, date_order=order, decimal_sign=sign)


def _sample(table: CsvTable) -> list[list[str]]:
    return [[row.get(header, "")[:80] for header in table.headers] for _number, row in table.rows[:3]]


def _entry(number: int, row: dict[str, str], mapping: CsvMapping, currency: str) -> ParsedEntry | None:
    """Nothing for a line without a date: sums and closing words stand below the table."""
    date_text = _cell(row, mapping, Column.DATE)
    if not any(sign.isdigit() for sign in date_text):
        return None
    stated = _cell(row, mapping, Column.CURRENCY).upper() or currency
    try:
        if not is_currency(stated) or mapping.date_order is None:
            raise BadStatement("a currency is unknown", stated[:10])
        value = _signed(row, mapping, stated)
        if not value.amount:
            return None
        value_date = _cell(row, mapping, Column.VALUE_DATE)
        return ParsedEntry(
            direction=Direction.CREDIT if value.amount > 0 else Direction.DEBIT,
            amount=value if value.amount > 0 else -value,
            booked_on=day(date_text, mapping.date_order),
            valued_on=day(value_date, mapping.date_order) if value_date else None,
            bank_reference=_cell(row, mapping, Column.REFERENCE),
            text=_cell(row, mapping, Column.TEXT),
            other_name=_cell(row, mapping, Column.NAME),
            other_account=_cell(row, mapping, Column.ACCOUNT),
        )
    except BadStatement as error:
        raise BadStatement(error.reason, f"line {number}: {error.place}") from error


def _signed(row: dict[str, str], mapping: CsvMapping, currency: str) -> Money:
    sign = mapping.decimal_sign
    if sign is None:
        raise ValueError("the mapping was not decided")
    if Column.AMOUNT in mapping.columns:
        return Money(amount(_cell(row, mapping, Column.AMOUNT), sign, currency), currency)
    came = abs(amount(_cell(row, mapping, Column.CREDIT), sign, currency))
    went = abs(amount(_cell(row, mapping, Column.DEBIT), sign, currency))
    if came and went:
        raise BadStatement("a line is a credit and a debit")
    return Money(came - went, currency)


def _cell(row: dict[str, str], mapping: CsvMapping, column: Column) -> str:
    header = mapping.columns.get(column)
    return row.get(header, "") if header else ""
