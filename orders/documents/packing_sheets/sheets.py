"""``packing_sheets``: what is printed before packing, for many orders at once. Exact in millimetres.

Slips are A4, one order begins a page, in the order in which the orders were chosen. Labels are A6, one parcel a page.
With both, the slips come first, so that the paper in the printer changes once.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import Any

import orjson

from i18n.fonts import fonts
from i18n.formatting import format_address, format_date, format_number, format_weight
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.today import day_here
from logistics.shipments.labels.label import labels_of
from logistics.shipments.labels.pdf import labels_pdf
from logistics.shipments.shipment import Shipment
from marketplace import typesetting
from orders.fulfillment.fulfillment import Fulfillment
from orders.lifecycle.order_line import OrderLine
from orders.lifecycle.seller_order import SellerOrder

TEMPLATE = Path(__file__).parent / "slips.typ"
MOST_ORDERS = 50


class Sheet(StrEnum):
    SLIPS = "SLIPS"
    LABELS = "LABELS"
    BOTH = "BOTH"


class NothingToPrint(LookupError):
    """None of the orders has a parcel yet, so there are no labels."""


def packing_sheets(parts: Sequence[SellerOrder], sheet: Sheet, *, language: str, at: datetime) -> bytes:
    """The PDF, in the language of whoever packs; names and addresses as they were written. Raises `NothingToPrint`."""
    files = [slips_pdf(parts, language=language, at=at)] if sheet in (Sheet.SLIPS, Sheet.BOTH) else []
    labels = [label for one in shipments_of(parts) for label in labels_of(one)] if sheet is not Sheet.SLIPS else []
    if labels:
        files.append(labels_pdf(labels, at=at))
    if not files:
        raise NothingToPrint
    return files[0] if len(files) == 1 else _together(files)


def shipments_of(parts: Sequence[SellerOrder]) -> list[Shipment]:
    """What has been made ready to leave of the orders, in the order of the orders."""
    rows = Fulfillment.objects.filter(seller_order__in=parts).select_related("shipment").order_by("position")
    found: dict[Any, list[Shipment]] = {part.pk: [] for part in parts}
    for row in rows:
        found[row.seller_order_id].append(row.shipment)
    return [shipment for own in found.values() for shipment in own]


def slips_pdf(parts: Sequence[SellerOrder], *, language: str, at: datetime) -> bytes:
    """Texts reach the template as data; the same orders and time give the same bytes."""
    lines: dict[Any, list[OrderLine]] = {part.pk: [] for part in parts}
    for line in OrderLine.objects.filter(seller_order__in=parts).order_by("pk"):
        lines[line.seller_order_id].append(line)
    data = orjson.dumps(
        {
            "lang": language.partition("-")[0],
            "words": {name: gettext(language, text) for name, text in WORDS.items()},
            "slips": [_slip(part, lines[part.pk], language) for part in parts],
        }
    ).decode()
    compiler = typesetting.Compiler(TEMPLATE.read_bytes(), font_paths=fonts(), sys_inputs={"slips": data})
    pdf = compiler.compile(format="pdf", timestamp=at.astimezone(UTC).replace(microsecond=0))
    if not isinstance(pdf, bytes):
        raise TypeError("typst gives a list of files for page images only")
    return pdf


WORDS = {
    "title": _("Packing slip"),
    "order": _("Order"),
    "placed": _("Placed"),
    "to": _("Ship to"),
    "delivery": _("Delivery"),
    "sku": _("SKU"),
    "product": _("Product"),
    "pieces": _("Pieces"),
    "weight": _("Weight"),
    "total": _("Total"),
    "packed": _("Packed by"),
}


def _slip(part: SellerOrder, lines: Sequence[OrderLine], language: str) -> dict[str, Any]:
    rows = [(line, line.quantity - line.quantity_canceled - line.quantity_fulfilled) for line in lines]
    # What has left already is packed again by nobody; an order that has left whole is printed as it was.
    open_rows = [(line, left) for line, left in rows if left > 0] or [
        (line, line.quantity - line.quantity_canceled) for line in lines
    ]
    grams = sum(line.gross_weight_g * count for line, count in open_rows)
    return {
        "seller": part.seller.name,
        "number": part.number,
        "placed": format_date(day_here(part.created_at), language),
        "to": _address(part),
        "delivery": gettext(language, part.delivery_method_name),
        "rows": [
            {
                "sku": line.sku,
                "product": line.product_name_source,
                "variant": line.variant_name,
                "pieces": format_number(count, language),
                "weight": _weight(line.gross_weight_g * count, language),
            }
            for line, count in open_rows
        ],
        "pieces": format_number(sum(count for _line, count in open_rows), language),
        "weight": _weight(grams, language),
    }


def _weight(grams: int, language: str) -> str:
    return format_weight(grams, language) if grams else ""


def _address(part: SellerOrder) -> list[str]:
    """Empty once the buyer's data were erased."""
    fields = part.order.shipping_address
    if not fields:
        return []
    names = [fields.get("company_name", ""), f"{fields.get('first_name', '')} {fields.get('last_name', '')}".strip()]
    address = format_address(fields, "en", with_country=True)
    return [line for line in dict.fromkeys([*names, *address, fields.get("phone", "")]) if line]


def _together(files: Sequence[bytes]) -> bytes:
    from pypdf import PdfWriter  # here, for processes that only show pages do without these 16 MB

    writer = PdfWriter()
    for file in files:
        writer.append(BytesIO(file))
    whole = BytesIO()
    writer.write(whole)
    return whole.getvalue()
