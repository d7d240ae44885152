"""What a packing list shows: what is in the consignment and how it is packed and weighed. No prices."""

from __future__ import annotations

from typing import Any

from i18n.formatting import country_name
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from logistics.consignment import Consignment, Item, Package
from logistics.customs.documents import figures
from logistics.customs.documents.content import DocumentContent
from logistics.customs.documents.invoice_page import cell, column, described, start_page, terms_text
from logistics.customs.documents.page import Page, party

PACKED = _("%(quantity)s of item %(number)s")


def packing_page(content: DocumentContent) -> Page:
    part = content.consignments[0]
    page = start_page(content)
    page.add_fact(_("Terms of delivery"), terms_text(part))
    page.add_fact(_("Carrier"), content.carrier)
    page.add_fact(_("Tracking number"), content.tracking_number)
    page.parties = [
        party(page, _("Seller and exporter"), part.seller),
        party(page, _("Buyer and consignee"), part.buyer),
    ]
    page.sections = [_goods(page, part), *([_packages(page, part)] if part.packages else [])]
    _add_totals(page, part)
    page.signature = page.label(_("Packed and checked. Place, date, name and signature:"))
    return page


def _goods(page: Page, part: Consignment) -> dict[str, Any]:
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
        "rows": [_item_row(number, item, page.language) for number, item in enumerate(part.items, start=1)],
        "subtotal": None,
    }


def _item_row(number: int, item: Item, language: str) -> list[dict[str, Any]]:
    return [
        cell(str(number)),
        described(item),
        cell(figures.hs_code(item.hs_code)),
        cell(country_name(item.origin, language), item.origin),
        cell(str(item.quantity)),
        cell(figures.kilograms(item.total_net_weight_g)),
        cell(figures.kilograms(item.total_gross_weight_g)),
    ]


def _packages(page: Page, part: Consignment) -> dict[str, Any]:
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
        cell(str(package.number)),
        cell("; ".join(packed) or "–"),
        cell(figures.centimetres(package.length_mm, package.width_mm, package.height_mm)),
        cell(figures.cubic_metres(package.volume_mm3)),
        cell(figures.kilograms(package.gross_weight_g)),
    ]


def _add_totals(page: Page, part: Consignment) -> None:
    if part.packages:
        page.add_total(_("Packages"), str(part.package_count))
    page.add_total(_("Pieces"), str(part.total_quantity))
    page.add_total(_("Net weight"), f"{figures.kilograms(part.total_net_weight_g)} kg")
    page.add_total(_("Gross weight"), f"{figures.kilograms(part.total_gross_weight_g)} kg", strong=True)
    if part.total_volume_mm3:
        page.add_total(_("Volume"), f"{figures.cubic_metres(part.total_volume_mm3)} m³")
