"""What was withheld from a seller in a year, on paper."""

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Any

from i18n.messages import gettext_noop as _
from i18n.money import sum_money
from logistics.assemble import party_of_seller
from logistics.customs.documents import figures
from logistics.customs.documents.page import Page, bilingual, party
from logistics.customs.documents.render import render_page
from logistics.customs.documents.table import cell, column
from marketplace.sellers.models import Seller
from orders.payouts.statements.period import HERE, Period
from orders.payouts.withholding.monthly_return import changes_of_seller
from orders.payouts.withholding.return_file import UNCHECKED
from orders.payouts.withholding.tax_withholding import WithholdingChange
from orders.stored_money import stored

TITLE = _("Certificate of tax withheld")
NOT_OFFICIAL = _("A statement of the marketplace for the seller's tax return; not the tax authority's own certificate.")


class NothingWithheld(LookupError):
    """There is nothing to certify for this year."""

    def __init__(self, seller_id: int, year: int) -> None:
        super().__init__(f"nothing was withheld from seller {seller_id} in {year}")
        self.seller_id = seller_id
        self.year = year


def certificate_pdf(seller: Seller, year: int, *, language: str, on: date) -> bytes:
    """``seller`` with its address loaded. Raises ``NothingWithheld``."""
    changes = changes_of_seller(seller.pk, Period(date(year, 1, 1), date(year, 12, 31)))
    if not changes:
        raise NothingWithheld(seller.pk, year)
    page = Page(
        language=language,
        title=bilingual(language, TITLE),
        number=f"T{seller.pk}-{year}",
        footer=bilingual(language, _("Bình Dương Marketplace"))["text"],
    )
    page.add_fact(_("Document number"), page.number)
    page.add_fact(_("Year"), str(year))
    page.add_fact(_("Date"), figures.day(on))
    page.parties.append(party(page, _("Seller"), party_of_seller(seller)))
    page.sections = [_section(page, changes)]
    _add_totals(page, changes)
    for basis in dict.fromkeys(change.withholding.legal_basis for change in changes):
        page.notes.append({"text": basis, "english": ""})
    if not all(change.withholding.checked for change in changes):
        page.notes.append(page.label(UNCHECKED))
    page.notes.append(page.label(NOT_OFFICIAL))
    return render_page(page, on=on)


def _section(page: Page, changes: list[WithholdingChange]) -> dict[str, Any]:
    names = (_("Revenue"), _("VAT withheld"), _("PIT withheld"))
    months: dict[tuple[str, str], list[Decimal]] = defaultdict(lambda: [Decimal(0)] * 3)
    for change in changes:
        key = f"{change.at.astimezone(HERE):%Y-%m}", change.currency
        added = (change.revenue_amount, change.vat_amount, change.pit_amount)
        months[key] = [a + b for a, b in zip(months[key], added, strict=True)]
    return {
        "heading": "",
        "detail": "",
        "columns": [
            column(page, _("Month"), "left", "1fr"),
            column(page, _("Currency"), "left", "auto"),
            *(column(page, name, "right", "auto") for name in names),
        ],
        "rows": [
            [cell(month), cell(currency), *(cell(figures.amount(stored(amount, currency))) for amount in amounts)]
            for (month, currency), amounts in sorted(months.items())
        ],
        "subtotal": None,
    }


def _add_totals(page: Page, changes: list[WithholdingChange]) -> None:
    for currency in sorted({change.currency for change in changes}):
        own = [change for change in changes if change.currency == currency]
        amounts = (stored(change.vat_amount + change.pit_amount, currency) for change in own)
        total = sum_money(amounts, currency)
        page.add_total(_("Tax withheld"), figures.amount_with_currency(total), strong=True)
