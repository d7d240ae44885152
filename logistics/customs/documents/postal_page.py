"""The postal customs declarations CN 22 and CN 23, as the regulations of the Universal Postal Convention draw them."""

from __future__ import annotations

from typing import Any

from i18n.messages import gettext_noop as _
from logistics.customs.declaration.declaration import Declaration, DeclaredLine
from logistics.customs.declaration.facts import Purpose
from logistics.customs.documents import figures
from logistics.customs.documents.barcode import barcode_svg
from logistics.customs.documents.content import DocumentContent
from logistics.customs.documents.document import DocumentKind
from logistics.customs.documents.invoice_page import add_amount, start_page
from logistics.customs.documents.packing_page import add_weights
from logistics.customs.documents.page import Page, party
from logistics.customs.documents.table import Cell, amount_cell, cell, column, count_cell, section, weight_cell
from logistics.customs.documents.transport import add_transport

PURPOSES = {
    Purpose.GIFT: _("Gift"),
    Purpose.DOCUMENTS: _("Documents"),
    Purpose.SAMPLE: _("Commercial sample"),
    Purpose.SALE: _("Sale of goods"),
    Purpose.RETURN: _("Returned goods"),
    Purpose.OTHER: _("Other"),
}
CERTIFY = _(
    "I certify that the particulars given in this customs declaration are correct and that this item does not contain "
    "any dangerous article or articles prohibited by legislation or by postal or customs regulations."
)


def postal_page(content: DocumentContent) -> Page:
    """Both forms say the same; CN 22 leaves out the importer and the tracking barcode's number line."""
    page, declared = start_page(content), content.declaration
    page.form = "cn22" if content.kind == DocumentKind.CN22 else "cn23"
    page.barcode = barcode_svg(content.tracking_number)
    page.boxes = [_box(page, purpose, content.facts.purpose) for purpose in PURPOSES]
    page.add_fact(_("Item number"), content.tracking_number)
    page.add_fact(_("Commercial invoice"), content.facts.invoice_number)
    page.parties = [party(page, _("Sender"), declared.seller), party(page, _("Addressee"), declared.buyer)]
    page.sections = [_goods(page, declared)]
    add_transport(page, declared)
    page.sections = page.sections[:1]
    add_weights(page, declared)
    add_amount(page, _("Goods"), declared.goods, strong=True)
    if declared.freight is not None:
        add_amount(page, _("Postal charges"), declared.freight)
    page.notes.append(page.label(CERTIFY))
    page.signature = page.label(_("Date and signature of the sender:"))
    return page


def _box(page: Page, purpose: Purpose, chosen: Purpose) -> dict[str, Any]:
    return {"label": page.label(PURPOSES[purpose]), "ticked": purpose == chosen}


def _goods(page: Page, declared: Declaration) -> dict[str, Any]:
    columns = [
        column(page, _("Detailed description of contents"), "left", "1fr"),
        column(page, _("Quantity"), "right", "auto"),
        column(page, _("Net weight"), "right", "auto", unit="kg"),
        column(page, _("Customs value"), "right", "auto", unit=declared.currency),
        column(page, _("HS code"), "left", "auto"),
        column(page, _("Origin"), "left", "auto"),
    ]
    return section(columns, [_row(line) for line in declared.lines])


def _row(line: DeclaredLine) -> list[Cell]:
    english = line.description_en if line.description_en != line.item.description else ""
    return [
        cell(line.item.description, english),
        count_cell(line.item.quantity),
        weight_cell(line.net_weight_g),
        amount_cell(line.value),
        cell(figures.hs_code(line.item.hs_code[:6])),
        cell(line.item.origin),
    ]
