"""What an invoice and a credit note of a fair show: who pays whom, what for, with which tax, where to, until when."""

from datetime import date
from decimal import Decimal
from typing import Any

from i18n.formatting import country_name
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.money import Money
from logistics.customs.documents import figures
from logistics.customs.documents.page import Page, bilingual
from logistics.customs.documents.table import amount_cell, cell, column, section
from marketplace.expo.contracts.contract_page import TAX_CODE
from marketplace.expo.contracts.paper import FairPaper, PaperKind

TITLES = {PaperKind.INVOICE: _("Invoice"), PaperKind.CREDIT_NOTE: _("Credit note")}
TAX_NOTE = _("Where the law asks for an electronic tax invoice, the organiser issues it apart.")
BY_TRANSFER = _("Please pay by bank transfer, with the number of this invoice as the reference.")
FOOTER = _("Issued through Bình Dương Marketplace on behalf of the organiser")


def invoice_page(paper: FairPaper) -> Page:
    """Everything from the frozen content; in the exhibitor's language with English beside it."""
    said, language = paper.content, paper.language
    page = Page(
        language=language,
        title=bilingual(language, TITLES[PaperKind(paper.kind)]),
        number=paper.number,
        footer=bilingual(language, FOOTER)["text"],
    )
    page.add_fact(_("Document number"), paper.number)
    page.add_fact(_("Date"), figures.day(paper.issued_on))
    page.add_fact(_("Fair"), said["fair"])
    page.add_fact(_("Refers to"), said["refers_to"])
    page.add_fact(_("Currency"), said["currency"])
    page.parties = [_organiser(page, said["organiser"]), _exhibitor(page, said["exhibitor"])]
    page.sections = [_lines(page, said)]
    _add_totals(page, said)
    if paper.kind == PaperKind.INVOICE:
        _add_payment(page, paper)
    if said["reason"]:
        page.notes.append(page.label(_("Reason: %(reason)s"), reason=said["reason"]))
    page.notes.append(page.label(TAX_NOTE))
    return page


def _organiser(page: Page, who: dict[str, str]) -> dict[str, Any]:
    contact = " · ".join(part for part in (who["phone"], who["email"]) if part)
    lines = [who["address"], gettext(page.language, TAX_CODE, number=who["tax_code"]), contact]
    return {"label": page.label(_("Organiser")), "name": who["name"], "lines": [line for line in lines if line]}


def _exhibitor(page: Page, who: dict[str, str]) -> dict[str, Any]:
    country = " / ".join(dict.fromkeys(country_name(who["country"], code) for code in (page.language, "en")))
    code = gettext(page.language, TAX_CODE, number=who["tax_code"]) if who["tax_code"] else ""
    lines = [who["address"], country, code, who["contact_name"]]
    return {"label": page.label(_("Exhibitor")), "name": who["name"], "lines": [line for line in lines if line]}


def _lines(page: Page, said: dict[str, Any]) -> dict[str, Any]:
    currency = said["currency"]
    columns = [
        column(page, _("No."), "right", "auto"),
        column(page, _("What for"), "left", "1fr"),
        column(page, _("Quantity"), "right", "auto"),
        column(page, _("Unit price"), "right", "auto", unit=currency),
        column(page, _("Amount"), "right", "auto", unit=currency),
    ]
    rows = [
        [
            cell(str(place)),
            cell(line["name"]),
            cell(line["quantity"], figure=line["quantity"]),
            amount_cell(_money(line["unit"], currency)),
            amount_cell(_money(line["amount"], currency)),
        ]
        for place, line in enumerate(said["lines"], start=1)
    ]
    return section(columns, rows)


def _add_totals(page: Page, said: dict[str, Any]) -> None:
    net, vat = (_money(said[name], said["currency"]) for name in ("net", "vat"))
    percent = f"{(Decimal(said['vat_rate']) * 100).normalize():f}"
    page.add_total(_("Total before tax"), figures.amount_with_currency(net))
    page.add_total(_("Value added tax %(percent)s %%"), figures.amount_with_currency(vat), percent=percent)
    page.add_total(_("Total"), figures.amount_with_currency(net + vat), strong=True)
    page.notes.append(page.label(_("Tax rate by: %(law)s"), law=said["vat_basis"]))


def _add_payment(page: Page, paper: FairPaper) -> None:
    organiser = paper.content["organiser"]
    page.payment_title = page.label(_("Payment"))
    page.add_payment(_("To be paid by"), figures.day(date.fromisoformat(paper.content["due_on"])))
    page.add_payment(_("Bank"), organiser["bank_name"])
    page.add_payment(_("Account holder"), organiser["bank_account_holder"])
    page.add_payment(_("Account number"), organiser["bank_account_number"])
    page.add_payment(_("BIC"), organiser["bic"])
    page.add_payment(_("Reference"), paper.number)
    page.notes.append(page.label(BY_TRANSFER))


def _money(amount: str, currency: str) -> Money:
    return Money(Decimal(amount), currency)
