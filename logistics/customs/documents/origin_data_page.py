"""Everything a certificate of origin asks for, to be typed into eCoSys: no certificate itself."""

from __future__ import annotations

from i18n.messages import gettext_noop as _
from logistics.customs.declaration.declaration import DeclaredLine
from logistics.customs.documents import figures
from logistics.customs.documents.content import DocumentContent
from logistics.customs.documents.invoice_page import add_amount, start_page, terms_text
from logistics.customs.documents.packing_page import add_weights
from logistics.customs.documents.page import Page, party
from logistics.customs.documents.table import (
    Cell,
    amount_cell,
    cell,
    column,
    count_cell,
    described,
    origin_cell,
    section,
    weight_cell,
)
from logistics.customs.documents.transport import add_importer, add_transport


def origin_data_page(content: DocumentContent) -> Page:
    page, declared = start_page(content), content.declaration
    page.add_fact(_("Terms of delivery"), terms_text(declared.consignment))
    page.add_fact(_("Commercial invoice"), content.facts.invoice_number)
    page.add_fact(_("Trade agreement"), declared.consignment.preference or _agreement(content))
    page.parties = [
        party(page, _("Exporter"), declared.seller),
        party(page, _("Consignee"), declared.buyer),
    ]
    add_importer(page, declared)
    columns = [
        column(page, _("No."), "right", "auto"),
        column(page, _("Description of goods"), "left", "1fr"),
        column(page, _("HS code"), "left", "auto"),
        column(page, _("Origin"), "left", "auto"),
        column(page, _("Quantity"), "right", "auto"),
        column(page, _("Gross weight"), "right", "auto", unit="kg"),
        column(page, _("Amount"), "right", "auto", unit=content.currency),
    ]
    page.sections = [section(columns, [_row(line, page.language) for line in declared.lines])]
    add_transport(page, declared)
    page.add_total(_("Packages"), str(declared.package_count), figure=str(declared.package_count))
    page.add_total(_("Pieces"), str(declared.quantity), figure=str(declared.quantity))
    add_weights(page, declared)
    add_amount(page, _("Goods"), declared.goods, strong=True)
    page.notes.append(page.label(_("A sheet of data for the application in eCoSys. It proves no origin.")))
    return page


def _agreement(content: DocumentContent) -> str:
    return content.facts.origin.agreement if content.facts.origin else ""


def _row(line: DeclaredLine, language: str) -> list[Cell]:
    return [
        count_cell(line.number),
        described(line.item),
        cell(figures.hs_code(line.item.hs_code)),
        origin_cell(line.item.origin, language),
        count_cell(line.item.quantity),
        weight_cell(line.gross_weight_g),
        amount_cell(line.value),
    ]
