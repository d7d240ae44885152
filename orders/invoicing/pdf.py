"""A tax invoice on paper: in Vietnamese with English beside it. The file of the tax authority is the invoice itself."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from i18n.messages import gettext_noop as _
from i18n.money import Money
from i18n.today import day_here
from logistics.consignment_json import party_from_json
from logistics.customs.documents import figures
from logistics.customs.documents.page import Page, bilingual, party
from logistics.customs.documents.render import render_page
from logistics.customs.documents.table import cell, column
from orders.invoicing.neutral import LANGUAGE, line_name
from orders.invoicing.states import InvoiceStatus
from orders.invoicing.tax_invoice import InvoiceForm, InvoiceKind, TaxInvoice, TaxInvoiceLine

TITLES: Mapping[tuple[str, bool], str] = {
    (InvoiceForm.VAT, False): _("Value added tax invoice"),
    (InvoiceForm.VAT, True): _("Adjustment of a value added tax invoice"),
    (InvoiceForm.SALES, False): _("Sales invoice"),
    (InvoiceForm.SALES, True): _("Adjustment of a sales invoice"),
}
NOT_TAKEN: Mapping[str, str] = {
    InvoiceStatus.DRAFT: _("A draft: it has no number yet and is no invoice."),
    InvoiceStatus.ISSUED: _("Not handed over to the tax authority yet."),
    InvoiceStatus.SENT: _("Handed over; the tax authority has not answered yet."),
    InvoiceStatus.REJECTED: _("Not taken by the tax authority."),
    InvoiceStatus.REPLACED: _("Replaced by another invoice: not to be used any more."),
    InvoiceStatus.ADJUSTED: _("Adjusted: to be read together with the invoices that adjust it."),
}
NO_TAX = _("The seller pays tax as a share of the revenue; the price contains no value added tax to be deducted.")


def tax_invoice_pdf(invoice: TaxInvoice, *, on: date) -> bytes:
    """``invoice`` with ``about`` and its part loaded. The same invoice gives the same bytes once it is issued."""
    page = Page(
        language=LANGUAGE,
        title=bilingual(LANGUAGE, TITLES[invoice.form, invoice.kind == InvoiceKind.ADJUSTMENT]),
        number=invoice.number,
        footer=bilingual(LANGUAGE, _("Issued through Bình Dương Marketplace on behalf of the seller"))["text"],
    )
    _add_facts(page, invoice)
    page.parties.append(party(page, _("Seller"), party_from_json(invoice.seller_party)))
    if invoice.buyer_party:
        page.parties.append(party(page, _("Buyer"), party_from_json(invoice.buyer_party)))
    page.sections = [_section(page, invoice)]
    _add_totals(page, invoice)
    _add_notes(page, invoice)
    return render_page(page, on=day_here(invoice.issued_at) if invoice.issued_at else on)


def file_name(invoice: TaxInvoice, ending: str) -> str:
    return f"{invoice.number.replace(' ', '-') or 'draft'}.{ending}"


def _add_facts(page: Page, invoice: TaxInvoice) -> None:
    page.add_fact(_("Series"), invoice.series)
    page.add_fact(_("Invoice number"), "" if invoice.position is None else f"{invoice.position:08d}")
    page.add_fact(_("Date"), figures.day(day_here(invoice.issued_at)) if invoice.issued_at else "")
    page.add_fact(_("Order"), invoice.seller_order.number)
    page.add_fact(_("Refers to"), invoice.about.number if invoice.about else "")
    page.add_fact(_("Released by customs"), figures.day(invoice.cleared_on) if invoice.cleared_on else "")
    page.add_fact(_("Code of the tax authority"), invoice.authority_code)
    page.add_fact(_("Currency"), invoice.currency)


def _section(page: Page, invoice: TaxInvoice) -> dict[str, Any]:
    tax = [column(page, _("VAT rate"), "right", "auto"), column(page, _("VAT"), "right", "auto")]
    has_tax = invoice.form == InvoiceForm.VAT
    return {
        "heading": "",
        "detail": "",
        "columns": [
            column(page, _("No."), "right", "auto"),
            column(page, _("Description of goods"), "left", "1fr"),
            column(page, _("Quantity"), "right", "auto"),
            column(page, _("Amount before tax") if has_tax else _("Amount"), "right", "auto", unit=invoice.currency),
            *(tax if has_tax else []),
        ],
        "rows": [_row(line, has_tax) for line in invoice.lines.all()],
        "subtotal": None,
    }


def _row(line: TaxInvoiceLine, has_tax: bool) -> list[dict[str, Any]]:
    name, english = line_name(line, LANGUAGE), line_name(line, "en")
    cells = [
        cell(str(line.position)),
        cell(name, english if english != name else "", f"SKU {line.sku}" if line.sku else ""),
        cell("" if line.quantity is None else str(line.quantity)),
        cell(_figure(line.net)),
    ]
    if has_tax and line.vat_percent is not None:
        cells += [cell(f"{line.vat_percent.normalize():f} %"), cell(_figure(line.tax))]
    return cells


def _add_totals(page: Page, invoice: TaxInvoice) -> None:
    if invoice.form == InvoiceForm.VAT:
        page.add_total(_("Total before tax"), _with_currency(invoice.net))
        page.add_total(_("Value added tax"), _with_currency(invoice.tax))
    page.add_total(_("Total"), _with_currency(invoice.total), strong=True)
    if invoice.vnd_rate is not None and invoice.total_vnd is not None:
        page.add_total(_("Total in VND"), _with_currency(invoice.total_vnd))
        page.add_fact(_("Exchange rate"), f"{invoice.vnd_rate.normalize():f} ({invoice.vnd_rate_source})")


def _add_notes(page: Page, invoice: TaxInvoice) -> None:
    if invoice.status in NOT_TAKEN:
        page.notes.append(page.label(NOT_TAKEN[invoice.status]))
    if invoice.form == InvoiceForm.SALES:
        page.notes.append(page.label(NO_TAX))
    for basis in dict.fromkeys(line.vat_basis for line in invoice.lines.all() if line.vat_basis):
        page.notes.append({"text": basis, "english": ""})


def _figure(money: Money) -> str:
    return figures.amount(money).replace("-", "−")


def _with_currency(money: Money) -> str:
    return figures.amount_with_currency(money).replace("-", "−")
