"""Which column of a bank's CSV file says what: told by its headers, or by a person once per account."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db import models

from i18n.text import fold


class Column(StrEnum):
    """``AMOUNT`` has a sign; banks with two columns have ``CREDIT`` and ``DEBIT`` instead."""

    DATE = "DATE"
    VALUE_DATE = "VALUE_DATE"
    AMOUNT = "AMOUNT"
    CREDIT = "CREDIT"
    DEBIT = "DEBIT"
    CURRENCY = "CURRENCY"
    TEXT = "TEXT"
    REFERENCE = "REFERENCE"
    NAME = "NAME"
    ACCOUNT = "ACCOUNT"


class DateOrder(StrEnum):
    """How days are written; all with four digits for the year."""

    DAY_FIRST = "DAY_FIRST"
    MONTH_FIRST = "MONTH_FIRST"
    YEAR_FIRST = "YEAR_FIRST"


class DecimalSign(StrEnum):
    POINT = "POINT"
    COMMA = "COMMA"


_KNOWN: dict[Column, tuple[str, ...]] = {
    Column.DATE: (
        "ngày giao dịch", "ngày hạch toán", "ngày ghi sổ", "ngày", "thời gian giao dịch", "thời gian",
        "transaction date", "booking date", "posting date", "booked on", "date", "buchungstag", "boekdatum",
    ),
    Column.VALUE_DATE: ("ngày giá trị", "ngày hiệu lực", "value date", "valuta", "valutadatum"),
    Column.AMOUNT: ("số tiền", "số tiền giao dịch", "amount", "transaction amount", "betrag", "bedrag"),
    Column.CREDIT: (
        "ghi có", "có", "số tiền ghi có", "phát sinh có", "tiền vào", "credit", "credit amount", "paid in", "deposit",
        "money in",
    ),
    Column.DEBIT: (
        "ghi nợ", "nợ", "số tiền ghi nợ", "phát sinh nợ", "tiền ra", "debit", "debit amount", "paid out", "withdrawal",
        "money out",
    ),
    Column.CURRENCY: ("loại tiền", "tiền tệ", "đơn vị tiền tệ", "currency", "ccy", "währung", "munt"),
    Column.TEXT: (
        "diễn giải", "nội dung", "nội dung giao dịch", "nội dung chi tiết", "mô tả", "description", "details",
        "remittance information", "narrative", "transaction details", "verwendungszweck", "omschrijving",
    ),
    Column.REFERENCE: (
        "mã giao dịch", "số tham chiếu", "số bút toán", "số giao dịch", "số ct", "số chứng từ", "reference",
        "transaction id", "transaction reference", "reference number", "bank reference",
    ),
    Column.NAME: (
        "tên đối ứng", "tên tài khoản đối ứng", "người chuyển", "tên người chuyển", "đối tác", "counterparty",
        "counterparty name", "payer", "name", "ordering party",
    ),
    Column.ACCOUNT: (
        "tài khoản đối ứng", "số tài khoản đối ứng", "tk đối ứng", "counterparty account", "account number", "iban",
    ),
}  # fmt: skip
_BY_HEADER = {fold(name): column for column, names in _KNOWN.items() for name in names}


@dataclass(frozen=True, slots=True)
class CsvMapping:
    """Headers by what they say. ``None`` for an order or a sign lets the file itself decide, where it can."""

    columns: dict[Column, str]
    date_order: DateOrder | None = None
    decimal_sign: DecimalSign | None = None

    @property
    def is_complete(self) -> bool:
        has_amount = Column.AMOUNT in self.columns or Column.CREDIT in self.columns
        return Column.DATE in self.columns and has_amount

    def as_json(self) -> dict[str, Any]:
        return {
            "columns": {column.value: header for column, header in self.columns.items()},
            "date_order": self.date_order,
            "decimal_sign": self.decimal_sign,
        }


def mapping_from_json(data: dict[str, Any]) -> CsvMapping:
    return CsvMapping(
        columns={Column(column): header for column, header in data["columns"].items()},
        date_order=DateOrder(data["date_order"]) if data["date_order"] else None,
        decimal_sign=DecimalSign(data["decimal_sign"]) if data["decimal_sign"] else None,
    )


def guess_columns(headers: list[str]) -> dict[Column, str]:
    """By the headers that Vietnamese and English (and some German and Dutch) banks use; the first of a kind counts."""
    found: dict[Column, str] = {}
    for header in headers:
        column = _BY_HEADER.get(fold(_bare(header)))
        if column is not None:
            found.setdefault(column, header)
    return found


def _bare(header: str) -> str:
    """``Ghi có / Credit (VND)`` is known by its first words."""
    return header.split("/")[0].split("(")[0].strip().rstrip(":").strip()


class RememberedMapping(models.Model):
    """How the files of an account were read the last time a person said so."""

    account_number = models.CharField(max_length=60)
    currency = models.CharField(max_length=3)
    mapping = models.JSONField()
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account_number", "currency"], name="one_mapping_per_account")]

    def __str__(self) -> str:
        return f"{self.account_number} {self.currency}"
