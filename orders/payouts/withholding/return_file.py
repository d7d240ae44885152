"""A month's return as CSV and as a workbook, for whoever files it."""

import csv
from io import BytesIO, StringIO
from typing import Any

from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.money import Money
from marketplace import xlsx
from orders.payouts.withholding.monthly_return import ReturnRow, WithholdingReturn

HEAD = (
    _("Tax code"),
    _("Name"),
    _("Kind of seller"),
    _("Tax residence"),
    _("Currency"),
    _("Revenue"),
    _("Revenue within Vietnam"),
    _("VAT withheld"),
    _("PIT withheld"),
    _("VAT withheld in VND"),
    _("PIT withheld in VND"),
)
PREPARED = _("Prepared for form 01/CNKD-TMDT, due by %(day)s. Not filed: filing is done with the tax authority.")
UNCHECKED = _("The rates of this month were not confirmed against the official text.")


def return_csv(made: WithholdingReturn, *, language: str) -> bytes:
    """UTF-8 with a byte order mark, which spreadsheet programs want."""
    text = StringIO()
    writer = csv.writer(text)
    for row in _table(made, language):
        writer.writerow([_safe(cell) for cell in row])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def return_xlsx(made: WithholdingReturn, *, language: str) -> bytes:
    book = xlsx.Workbook()
    sheet = book.worksheets[0]
    sheet.title = f"{made.period.first:%Y-%m}"
    for down, row in enumerate(_table(made, language), start=1):
        for across, value in enumerate(row, start=1):
            target: Any = sheet.cell(down, across)
            target.value = value
            if isinstance(value, str):
                target.data_type = "s"
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def notices(made: WithholdingReturn, language: str) -> list[str]:
    """What has to be said beside the figures."""
    said = [gettext(language, PREPARED, day=made.due_on.isoformat())]
    return said if made.rates_checked else [*said, gettext(language, UNCHECKED)]


def _table(made: WithholdingReturn, language: str) -> list[list[Any]]:
    words = [[word] for word in (*notices(made, language), *made.legal_basis)]
    return [*words, [gettext(language, name) for name in HEAD], *(_cells(row) for row in made.rows)]


def _cells(row: ReturnRow) -> list[Any]:
    seller = row.seller
    money = [row.revenue, row.domestic_revenue, row.vat, row.pit, row.vat_vnd, row.pit_vnd]
    names = [seller.tax_code, seller.legal_name, seller.entity_type, seller.tax_residence, row.revenue.currency]
    return [*names, *(_amount(each) for each in money)]


def _amount(money: Money | None) -> Any:
    return "" if money is None else money.amount


def _safe(cell: Any) -> str:
    """Nothing that a spreadsheet would take for a formula; amounts below zero are no formulas."""
    text = str(cell)
    return f"'{text}" if isinstance(cell, str) and text[:1] in tuple("=+-@\t\r") else text
