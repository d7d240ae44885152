"""What the shipper tells the carrier: whom to write on the bill of lading, what is in it, and what containers weigh.

The verified gross mass is worked out by method 2 of SOLAS VI/2: goods with all packing, plus the container's tare.
"""

from __future__ import annotations

from i18n.messages import gettext_noop as _
from logistics.customs.declaration.declaration import Declaration, apportioned
from logistics.customs.documents import figures
from logistics.customs.documents.content import DocumentContent
from logistics.customs.documents.invoice_page import start_page, terms_text
from logistics.customs.documents.packing_page import add_weights
from logistics.customs.documents.page import Page, party
from logistics.customs.documents.table import (
    Cell,
    Section,
    cell,
    column,
    count_cell,
    described,
    section,
    weight_cell,
)
from logistics.customs.documents.transport import add_importer, route


def shipper_letter_page(content: DocumentContent) -> Page:
    page, declared = start_page(content), content.declaration
    page.add_fact(_("Terms of delivery"), terms_text(declared.consignment))
    page.add_fact(_("Carrier"), content.carrier)
    page.add_fact(_("Tracking number"), content.tracking_number)
    page.add_fact(_("Shipping marks"), declared.facts.marks)
    page.parties = [party(page, _("Shipper"), declared.seller), party(page, _("Consignee"), declared.buyer)]
    add_importer(page, declared)
    page.sections = [_goods(page, declared)]
    if declared.facts.stages:
        page.sections.append(route(page, declared.facts.stages))
    if declared.facts.containers:
        page.sections.append(_containers(page, declared))
    _add_totals(page, declared)
    page.signature = page.label(_("Place, date, name and signature of the shipper:"))
    return page


def _goods(page: Page, declared: Declaration) -> Section:
    columns = [
        column(page, _("No."), "right", "auto"),
        column(page, _("Description of goods"), "left", "1fr"),
        column(page, _("HS code"), "left", "auto"),
        column(page, _("Pieces"), "right", "auto"),
        column(page, _("Gross weight"), "right", "auto", unit="kg"),
    ]
    rows = [
        [
            count_cell(line.number),
            described(line.item),
            cell(figures.hs_code(line.item.hs_code)),
            count_cell(line.item.quantity),
            weight_cell(line.gross_weight_g),
        ]
        for line in declared.lines
    ]
    return section(columns, rows)


def _containers(page: Page, declared: Declaration) -> Section:
    """The goods' weight is spread evenly where nobody said what is in which container: the note says so."""
    containers = declared.facts.containers
    columns = [
        column(page, _("Container"), "left", "1fr"),
        column(page, _("Seal number"), "left", "auto"),
        column(page, _("Goods and packing"), "right", "auto", unit="kg"),
        column(page, _("Tare of the container"), "right", "auto", unit="kg"),
        column(page, _("Verified gross mass"), "right", "auto", unit="kg"),
    ]
    shares = apportioned(declared.gross_weight_g, [1] * len(containers))
    rows: list[list[Cell]] = [
        [
            cell(container.number),
            cell(container.seal or "–"),
            weight_cell(share),
            weight_cell(container.tare_g),
            weight_cell(share + container.tare_g if container.tare_g else 0),
        ]
        for container, share in zip(containers, shares, strict=True)
    ]
    page.notes.append(page.label(_("Verified gross mass by calculation (SOLAS VI/2, method 2): goods, packing, tare.")))
    if len(containers) > 1:
        page.notes.append(page.label(_("The goods are spread evenly over the containers.")))
    return section(columns, rows)


def _add_totals(page: Page, declared: Declaration) -> None:
    page.add_total(_("Packages"), str(declared.package_count), figure=str(declared.package_count))
    page.add_total(_("Pieces"), str(declared.quantity), figure=str(declared.quantity))
    add_weights(page, declared)
    if declared.volume_mm3:
        volume = figures.plain_cubic_metres(declared.volume_mm3)
        page.add_total(_("Volume"), f"{figures.cubic_metres(declared.volume_mm3)} m³", figure=volume)
