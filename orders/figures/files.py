"""The figures as a table for other programs: CSV, and a workbook with numbers that can be added up."""

import csv
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

from i18n.currencies import exponent_of
from i18n.formatting import country_name
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from marketplace import xlsx
from orders.figures.figures import CurrencyFigures, Figures

Row = list[Any]
TAKEN = {
    "refunds": _("Refunds"),
    "commission": _("Commission"),
    "commission_tax": _("Tax on commission"),
    "tax_withheld": _("Tax withheld"),
    "payouts": _("Payouts"),
}
GONE = _("No longer known")


def figures_csv(made: Figures, *, language: str) -> bytes:
    """UTF-8 with a byte order mark, which spreadsheet programs want; nothing in it is taken for a formula."""
    text = StringIO()
    writer = csv.writer(text)
    for row in figures_rows(made, language):
        writer.writerow([_plain(value) for value in row])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def figures_xlsx(made: Figures, *, language: str) -> bytes:
    """One sheet for each currency."""
    book = xlsx.Workbook()
    first = book.worksheets[0]
    for each in made.currencies:
        sheet = book.create_sheet(each.currency)
        for down, row in enumerate(_of_currency(each, language), start=1):
            for across, value in enumerate(row, start=1):
                _write(sheet.cell(down, across), value, each.currency)
        for letter in "ABCDE":
            sheet.column_dimensions[letter].width = 24
    if made.currencies:
        book.remove(first)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def figures_rows(made: Figures, language: str) -> Iterator[Row]:
    """All currencies below each other, an empty row between them."""
    for each in made.currencies:
        yield from _of_currency(each, language)
        yield []


def _of_currency(each: CurrencyFigures, language: str) -> Iterator[Row]:
    def say(msgid: str) -> str:
        return gettext(language, msgid)

    yield [say(_("Currency")), each.currency]
    yield [say(_("First day")), say(_("Last day")), say(_("Orders")), say(_("Sales"))]
    for point in each.sales.points:
        yield [point.start, point.end, point.orders, point.sales.amount]
    yield [say(_("Total")), None, each.sales.orders, each.sales.total.amount]
    for name, msgid in TAKEN.items():
        if name != "payouts" or each.has_payouts:
            yield [say(msgid), None, None, each.takings.of(name).amount]
    yield []
    yield [say(_("Product")), say(_("Pieces")), say(_("Sales"))]
    for product in each.products:
        yield [product.name, product.units, product.sales.amount]
    yield []
    yield [say(_("Country")), say(_("Orders")), say(_("Sales"))]
    for row in each.countries:
        yield [country_name(row.country, language) if row.country else say(GONE), row.orders, row.sales.amount]


def _plain(value: Any) -> Any:
    if value is None:
        return ""
    return f"'{value}" if isinstance(value, str) and value[:1] in tuple("=+-@\t\r") else value


def _write(target: Any, value: Any, currency: str) -> None:
    """Text stays text, whatever sign it begins with; amounts are numbers with their currency's decimals."""
    target.value = value
    if isinstance(value, str):
        target.data_type = "s"
        target.font = xlsx.Font(bold=target.column == 1)
    elif isinstance(value, date):
        target.number_format = "yyyy-mm-dd"
    elif isinstance(value, Decimal):
        decimals = exponent_of(currency)
        target.number_format = f"#,##0.{'0' * decimals}" if decimals else "#,##0"
