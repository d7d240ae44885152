"""What a proforma and a commercial invoice show: parties, terms, goods with HS code and origin, amounts."""

from __future__ import annotations

from typing import Any

from i18n.messages import gettext_noop as _
from i18n.money import Money
from logistics.consignment import Consignment, Item
from logistics.customs.declaration.declaration import Declaration
from logistics.customs.declaration.facts import Purpose
from logistics.customs.documents import figures
from logistics.customs.documents.content import OF_SEVERAL, DocumentContent
from logistics.customs.documents.document import DocumentKind
from logistics.customs.documents.page import Page, bilingual, party
from logistics.customs.documents.table import amount_cell, cell, column, count_cell, described, origin_cell
from logistics.customs.documents.transport import add_importer, add_transport
from logistics.incoterms import incoterm

TITLES = {
    DocumentKind.PROFORMA: _("Proforma invoice"),
    DocumentKind.COMMERCIAL_INVOICE: _("Commercial invoice"),
    DocumentKind.PACKING_LIST: _("Packing list"),
    DocumentKind.ORDER_CONFIRMATION: _("Order confirmation"),
    DocumentKind.INVOICE: _("Invoice"),
    DocumentKind.CREDIT_NOTE: _("Credit note"),
    DocumentKind.CN22: _("Customs declaration CN 22"),
    DocumentKind.CN23: _("Customs declaration CN 23"),
    DocumentKind.ORIGIN_DATA: _("Data for the certificate of origin"),
    DocumentKind.ORIGIN_STATEMENT: _("Statement on origin"),
    DocumentKind.LACEY: _("Plant and plant product declaration"),
    DocumentKind.DANGEROUS_GOODS: _("Dangerous goods note"),
    DocumentKind.SHIPPER_LETTER: _("Shipper's letter of instruction"),
}
NOTES = {
    DocumentKind.PROFORMA: [_("This proforma is an offer to pay, not a tax invoice.")],
    DocumentKind.ORDER_CONFIRMATION: [_("We have received this order and confirm its goods and prices.")],
    DocumentKind.INVOICE: [
        _("This is the seller's commercial bill. Where the law asks for an electronic tax invoice, it is issued apart.")
    ],
}
REASONS = {
    Purpose.SALE: _("Reason for export: sale."),
    Purpose.GIFT: _("Reason for export: gift."),
    Purpose.SAMPLE: _("Reason for export: commercial sample."),
    Purpose.DOCUMENTS: _("Reason for export: documents."),
    Purpose.RETURN: _("Reason for export: returned goods."),
    Purpose.OTHER: _("Reason for export: other."),
}
FOOTER = _("Issued through Bình Dương Marketplace on behalf of the seller")


def start_page(content: DocumentContent) -> Page:
    """Title, number, dates and references: the head that all kinds share."""
    page = Page(
        language=content.language,
        title=bilingual(content.language, TITLES[content.kind]),
        number=content.number,
        footer=bilingual(content.language, FOOTER)["text"],
    )
    page.add_fact(_("Document number"), content.number)
    page.add_fact(_("Version"), str(content.version) if content.version > 1 else "")
    page.add_fact(_("Date"), figures.day(content.issued_on))
    page.add_fact(_("Order"), content.order_reference)
    page.add_fact(_("Your reference"), content.buyer_reference)
    page.add_fact(_("Refers to"), content.refers_to)
    return page


def terms_text(part: Consignment) -> str:
    """``DAP Rotterdam, Incoterms® 2020``: the form the ICC asks contracts to use."""
    return f"{incoterm(part.incoterm).code} {part.named_place}, Incoterms® 2020"


def add_terms(page: Page, content: DocumentContent) -> None:
    page.add_fact(_("Terms of delivery"), "; ".join(dict.fromkeys(map(terms_text, content.consignments))))
    page.add_fact(_("Carrier"), content.carrier)
    page.add_fact(_("Tracking number"), content.tracking_number)
    page.add_fact(_("Payment reference"), content.payment_reference)
    page.add_fact(_("Currency"), content.currency)


def invoice_page(content: DocumentContent) -> Page:
    page = start_page(content)
    add_terms(page, content)
    _add_parties(page, content)
    page.sections = [_goods(page, content, part) for part in content.declarations]
    add_transport(page, content.declaration)
    _add_totals(page, content)
    _add_payment(page, content)
    _add_notes(page, content)
    return page


def _add_parties(page: Page, content: DocumentContent) -> None:
    if len(content.consignments) == 1:
        page.parties.append(party(page, _("Seller and exporter"), content.declaration.seller))
    page.parties.append(party(page, _("Buyer and consignee"), content.declaration.buyer))
    add_importer(page, content.declaration)


def _goods(page: Page, content: DocumentContent, part: Declaration) -> dict[str, Any]:
    """The table of one seller's goods; its head names the seller when there are several."""
    several = len(content.consignments) > 1
    subtotal = {"label": page.label(_("Subtotal")), "value": figures.amount(part.goods)}
    return {
        "heading": part.seller.display_name if several else "",
        "detail": " · ".join(party(page, _("Seller and exporter"), part.seller)["lines"]) if several else "",
        "columns": [
            column(page, _("No."), "right", "auto"),
            column(page, _("Description of goods"), "left", "1fr"),
            column(page, _("HS code"), "left", "auto"),
            column(page, _("Origin"), "left", "auto"),
            column(page, _("Quantity"), "right", "auto"),
            column(page, _("Unit price"), "right", "auto", unit=content.currency),
            column(page, _("Amount"), "right", "auto", unit=content.currency),
        ],
        "rows": [_row(number, item, page.language) for number, item in enumerate(part.consignment.items, start=1)],
        "subtotal": subtotal if several else None,
    }


def _row(number: int, item: Item, language: str) -> list[dict[str, Any]]:
    return [
        count_cell(number),
        described(item),
        cell(figures.hs_code(item.hs_code)),
        origin_cell(item.origin, language),
        count_cell(item.quantity),
        amount_cell(item.unit_value),
        amount_cell(item.total_value),
    ]


def _add_totals(page: Page, content: DocumentContent) -> None:
    add_amount(page, _("Goods"), content.goods)
    if content.freight is not None:
        add_amount(page, _("Freight"), content.freight)
    if content.insurance is not None:
        add_amount(page, _("Insurance"), content.insurance)
    if content.discount is not None and content.discount:
        add_amount(page, _("Discount"), -content.discount)
    add_amount(page, _("Total"), content.total, strong=True)
    if content.tax_included is not None and content.tax_included:
        add_amount(page, _("Value added tax included"), content.tax_included)
    if content.paid is not None:
        add_amount(page, _("Paid"), content.paid)
        add_amount(page, _("Still to be paid"), _unpaid(content, content.paid), strong=True)


def add_amount(page: Page, msgid: str, money: Money, *, strong: bool = False) -> None:
    page.add_total(msgid, figures.amount_with_currency(money), strong=strong, figure=figures.plain_amount(money))


def _unpaid(content: DocumentContent, paid: Money) -> Money:
    return max(content.total - paid, Money.zero(content.currency))


def _add_payment(page: Page, content: DocumentContent) -> None:
    if content.kind not in OF_SEVERAL:
        return
    if content.bank is not None:
        page.payment_qr = content.bank.qr_text
        page.add_payment(_("Bank"), content.bank.bank_name)
        page.add_payment(_("Account holder"), content.bank.account_holder)
        page.add_payment(_("Account number"), content.bank.account_number)
        page.add_payment(_("BIC / SWIFT"), content.bank.bic)
    for share in content.shares:
        due = f", {figures.day(share.due_on)}" if share.due_on else ""
        page.add_payment(share.name, f"{figures.amount_with_currency(share.amount)}{due}")
    page.add_payment(_("Payment reference"), content.payment_reference)
    page.add_payment(_("To be paid by"), figures.day(content.payment_due_on) if content.payment_due_on else "")
    if page.payment:
        page.payment_title = page.label(_("Payment"))


def _add_notes(page: Page, content: DocumentContent) -> None:
    net = sum(part.net_weight_g for part in content.declarations)
    gross = sum(part.gross_weight_g for part in content.declarations)
    weights = {"net": figures.kilograms(net), "gross": figures.kilograms(gross)}
    page.notes.append(page.label(_("Net weight %(net)s kg, gross weight %(gross)s kg."), **weights))
    if content.kind in NOTES:
        page.notes += [page.label(note) for note in NOTES[content.kind]]
        return
    page.notes.append(page.label(REASONS[content.facts.purpose]))
    if content.facts.origin is not None:
        page.notes.append({"text": content.facts.origin.text, "english": ""})
    page.signature = page.label(_("The particulars above are true and complete. Place, date, name and signature:"))
