"""What a credit note shows: who gives money back to whom, of which sale, why and how much."""

from __future__ import annotations

from typing import Any

from i18n.messages import gettext_noop as _
from logistics.customs.documents import figures
from logistics.customs.documents.content import DocumentContent, Share
from logistics.customs.documents.invoice_page import start_page
from logistics.customs.documents.page import Page, party
from logistics.customs.documents.table import cell, column


def credit_page(content: DocumentContent) -> Page:
    part = content.consignments[0]
    page = start_page(content)
    page.add_fact(_("Currency"), content.currency)
    page.parties = [party(page, _("Seller"), part.seller), party(page, _("Buyer"), part.buyer)]
    page.sections = [_credits(page, content)]
    page.add_total(_("Credited"), figures.amount_with_currency(content.total), strong=True)
    if content.tax_included is not None and content.tax_included:
        page.add_total(_("Value added tax included"), figures.amount_with_currency(content.tax_included))
    page.notes.append(page.label(_("The amount goes back the way it was paid.")))
    if content.reason:
        page.notes.append(page.label(_("Reason: %(reason)s"), reason=content.reason))
    return page


def _credits(page: Page, content: DocumentContent) -> dict[str, Any]:
    return {
        "heading": "",
        "detail": "",
        "columns": [
            column(page, _("No."), "right", "auto"),
            column(page, _("What is credited"), "left", "1fr"),
            column(page, _("Amount"), "right", "auto", unit=content.currency),
        ],
        "rows": [_row(page, number, credit) for number, credit in enumerate(content.credits, start=1)],
        "subtotal": None,
    }


def _row(page: Page, number: int, credit: Share) -> list[dict[str, Any]]:
    name = page.label(credit.name)
    return [cell(str(number)), cell(name["text"], name["english"]), cell(figures.amount(credit.amount))]
