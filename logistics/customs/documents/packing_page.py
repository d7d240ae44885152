"""What a packing list shows: what is in the consignment and how it is packed and weighed. No prices."""

from __future__ import annotations

from typing import Any

from i18n.messages import gettext, ngettext, ngettext_noop
from i18n.messages import gettext_noop as _
from logistics.consignment import Item, Package
from logistics.customs.declaration.declaration import Declaration, DeclaredLine
from logistics.customs.documents import figures
from logistics.customs.documents.content import DocumentContent
from logistics.customs.documents.invoice_page import start_page, terms_text
from logistics.customs.documents.page import Page, party
from logistics.customs.documents.table import cell, column, count_cell, described, origin_cell, weight_cell
from logistics.customs.documents.transport import add_transport

LOTS = ngettext_noop("Lot: %(numbers)s", "Lots: %(numbers)s")
PACKED = _("%(quantity)s of item %(number)s")


def packing_page(content: DocumentContent) -> Page:
    part = content.declaration
    page = start_page(content)
    page.add_fact(_("Terms of delivery"), terms_text(part.consignment))
    page.add_fact(_("Carrier"), content.carrier)
    page.add_fact(_("Tracking number"), content.tracking_number)
    page.parties = [
        party(page, _("Seller and exporter"), part.seller),
        party(page, _("Buyer and consignee"), part.buyer),
    ]
    page.sections = [_goods(page, part), *([_packages(page, part)] if part.packages else [])]
    add_transport(page, part)
    _add_totals(page, part)
    page.signature = page.label(_("Packed and checked. Place, date, name and signature:"))
    return page


def _goods(page: Page, part: Declaration) -> dict[str, Any]:
    return {
        "heading": "",
        "detail": "",
        "columns": [
            column(page, _("No."), "right", "auto"),
            column(page, _("Description of goods"), "left", "1fr"),
            column(page, _("HS code"), "left", "auto"),
            column(page, _("Origin"), "left", "auto"),
            column(page, _("Quantity"), "right", "auto"),
            column(page, _("Net weight"), "right", "auto", unit="kg"),
            column(page, _("Gross weight"), "right", "auto", unit="kg"),
        ],
        "rows": [_line_row(line, page.language) for line in part.lines],
        "subtotal": None,
    }


def _line_row(line: DeclaredLine, language: str) -> list[dict[str, Any]]:
    return [
        count_cell(line.number),
        described(line.item, lots_text(line.item, language)),
        cell(figures.hs_code(line.item.hs_code)),
        origin_cell(line.item.origin, language),
        count_cell(line.item.quantity),
        weight_cell(line.net_weight_g),
        weight_cell(line.gross_weight_g),
    ]


def lots_text(item: Item, language: str) -> str:
    """``Lots: LO-0001 (12), LO-0002 (8)``; empty without any."""
    named = [f"{lot.number} ({lot.quantity})" if lot.quantity else lot.number for lot in item.lots]
    return ngettext(language, *LOTS, len(named), numbers=", ".join(named)) if named else ""


def _packages(page: Page, part: Declaration) -> dict[str, Any]:
    return {
        "heading": "",
        "detail": "",
        "columns": [
            column(page, _("Package"), "right", "auto"),
            column(page, _("Contents"), "left", "1fr"),
            column(page, _("Length × width × height"), "right", "auto", unit="cm"),
            column(page, _("Volume"), "right", "auto", unit="m³"),
            column(page, _("Gross weight"), "right", "auto", unit="kg"),
        ],
        "rows": [_package_row(package, page.language) for package in part.packages],
        "subtotal": None,
    }


def _package_row(package: Package, language: str) -> list[dict[str, Any]]:
    packed = [
        gettext(language, PACKED, quantity=content.quantity, number=content.item + 1) for content in package.contents
    ]
    return [
        count_cell(package.number),
        cell("; ".join(packed) or "–"),
        cell(figures.centimetres(package.length_mm, package.width_mm, package.height_mm)),
        cell(figures.cubic_metres(package.volume_mm3), figure=figures.plain_cubic_metres(package.volume_mm3)),
        weight_cell(package.gross_weight_g),
    ]


def _add_totals(page: Page, part: Declaration) -> None:
    if part.packages:
        page.add_total(_("Packages"), str(part.package_count), figure=str(part.package_count))
    page.add_total(_("Pieces"), str(part.quantity), figure=str(part.quantity))
    add_weights(page, part)
    if part.volume_mm3:
        volume = figures.plain_cubic_metres(part.volume_mm3)
        page.add_total(_("Volume"), f"{figures.cubic_metres(part.volume_mm3)} m³", figure=volume)


def add_weights(page: Page, part: Declaration) -> None:
    net, gross = part.net_weight_g, part.gross_weight_g
    page.add_total(_("Net weight"), f"{figures.kilograms(net)} kg", figure=figures.plain_kilograms(net))
    page.add_total(
        _("Gross weight"), f"{figures.kilograms(gross)} kg", strong=True, figure=figures.plain_kilograms(gross)
    )
