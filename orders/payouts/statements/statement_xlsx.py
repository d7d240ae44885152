"""A statement as a workbook: the same figures as numbers, to be added up and filtered."""

from decimal import Decimal
from io import BytesIO
from typing import Any

from i18n.currencies import exponent_of
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from marketplace import xlsx
from marketplace.sellers.models import Seller
from orders.payouts.statements.account_statement import COLUMNS, AccountStatement
from orders.payouts.statements.period import HERE
from orders.payouts.statements.statement_pdf import TITLE, statement_number
from orders.payouts.statements.wording import COLUMN, other_name

Row = list[Any]


def statement_xlsx(statement: AccountStatement, seller: Seller, *, language: str) -> bytes:
    """One sheet: the head, the parts, what was paid out, the balances."""
    book = xlsx.Workbook()
    sheet = book.worksheets[0]
    sheet.title = statement_number(statement)[:31]
    for down, row in enumerate(_rows(statement, seller, language), start=1):
        for across, value in enumerate(row, start=1):
            _write(sheet.cell(down, across), value, statement.currency)
    for letter in "ABCDEFGHI":
        sheet.column_dimensions[letter].width = 22
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _rows(statement: AccountStatement, seller: Seller, language: str) -> list[Row]:
    def say(msgid: str) -> str:
        return gettext(language, msgid)

    head = [say(_("Order")), say(_("Date")), *(say(COLUMN[name]) for name in COLUMNS), say(_("Amount"))]
    rows: list[Row] = [
        [say(TITLE), statement_number(statement)],
        [say(_("Seller")), seller.legal_name, seller.tax_code],
        [say(_("Currency")), statement.currency],
        [say(_("Opening balance")), statement.opening.amount],
        head,
    ]
    for line in statement.parts:
        day = line.at.astimezone(HERE).date()
        rows.append([line.number, day, *(getattr(line, name).amount for name in COLUMNS), line.amount.amount])
    for other in statement.others:
        what = f"{say(other_name(other.kind))} {other.reference}".strip()
        rows.append([what, other.at.astimezone(HERE).date(), *([None] * len(COLUMNS)), other.amount.amount])
    rows.append([say(_("Closing balance")), statement.closing.amount])
    return rows


def _write(target: Any, value: Any, currency: str) -> None:
    """Text stays text, whatever sign it begins with; amounts are numbers with their currency's decimals."""
    target.value = value
    if isinstance(value, str):
        target.data_type = "s"
        target.font = xlsx.Font(bold=target.column == 1)
    elif isinstance(value, Decimal):
        decimals = exponent_of(currency)
        target.number_format = f"#,##0.{'0' * decimals}" if decimals else "#,##0"
