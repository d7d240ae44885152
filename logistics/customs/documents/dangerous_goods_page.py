"""The dangerous goods note, after the multimodal form of the UN model regulations (chapter 5.4, section 5.4.5)."""

from __future__ import annotations

from i18n.messages import gettext_noop as _
from logistics.customs.declaration.declaration import DeclaredLine
from logistics.customs.declaration.facts import DangerousGoods
from logistics.customs.documents.content import DocumentContent
from logistics.customs.documents.invoice_page import start_page
from logistics.customs.documents.packing_page import add_weights
from logistics.customs.documents.page import Page, party
from logistics.customs.documents.table import Cell, cell, column, count_cell, section, weight_cell
from logistics.customs.documents.transport import add_transport

POLLUTANT = _("Marine pollutant")
FLASH_POINT = _("Flash point %(degrees)s °C")


def dangerous_goods_page(content: DocumentContent) -> Page:
    page, declared = start_page(content), content.declaration
    page.add_fact(_("Carrier"), content.carrier)
    page.add_fact(_("Emergency telephone, day and night"), content.facts.emergency_phone)
    page.parties = [party(page, _("Shipper"), declared.seller), party(page, _("Consignee"), declared.buyer)]
    columns = [
        column(page, _("No."), "right", "auto"),
        column(page, _("UN number"), "left", "auto"),
        column(page, _("Proper shipping name"), "left", "1fr"),
        column(page, _("Hazard class"), "left", "auto"),
        column(page, _("Packing group"), "left", "auto"),
        column(page, _("Pieces"), "right", "auto"),
        column(page, _("Net weight"), "right", "auto", unit="kg"),
        column(page, _("Gross weight"), "right", "auto", unit="kg"),
    ]
    dangerous = [(line, line.facts.dangerous) for line in declared.lines]
    rows = [_row(page, line, goods) for line, goods in dangerous if goods is not None]
    page.sections = [section(columns, rows)]
    add_transport(page, declared)
    page.add_total(_("Packages"), str(declared.package_count), figure=str(declared.package_count))
    add_weights(page, declared)
    page.notes.append(
        page.label(
            _(
                "I hereby declare that the contents of this consignment are fully and accurately described above by "
                "the proper shipping name, and are classified, packaged, marked and labelled, and are in all respects "
                "in proper condition for transport according to the applicable regulations."
            )
        )
    )
    page.signature = page.label(_("Place, date, name and signature of the shipper:"))
    return page


def _row(page: Page, line: DeclaredLine, goods: DangerousGoods) -> list[Cell]:
    degrees = f"{goods.flash_point_c:f}" if goods.flash_point_c is not None else ""
    flash_point = page.label(FLASH_POINT, degrees=degrees)["text"] if degrees else ""
    pollutant = page.label(POLLUTANT)["text"] if goods.marine_pollutant else ""
    return [
        count_cell(line.number),
        cell(f"UN {goods.un_number}"),
        cell(goods.shipping_name, line.item.description, goods.package, flash_point, pollutant),
        cell(goods.hazard_class),
        cell(goods.packing_group or "–"),
        count_cell(line.item.quantity),
        weight_cell(line.net_weight_g),
        weight_cell(line.gross_weight_g),
    ]
