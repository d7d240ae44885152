"""The packages as MyDHL wants them: kilograms and centimetres."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from logistics.carrier import CarrierError
from logistics.carriers.dhl_express.calling import CODE
from logistics.carriers.dhl_express.numbers import json_number
from logistics.consignment import Consignment

MOST_PIECES = 99


def pieces(consignment: Consignment) -> list[dict[str, Any]]:
    """Every package; before anybody packed, every unit as it is packed on its own.

    Raises `CarrierError` (permanent) for goods without weight or size: DHL charges by both.
    """
    measured = _measured(consignment)
    if any(min(figures) <= 0 for figures in measured):
        raise CarrierError(CODE, "weight and size of every package are wanted", permanent=True)
    if len(measured) > MOST_PIECES:
        raise CarrierError(CODE, f"more than {MOST_PIECES} packages", permanent=True)
    return [_piece(*figures) for figures in measured]


def kilograms(grams: int) -> int | float:
    return json_number(Decimal(grams) / 1000, CODE)


def _measured(consignment: Consignment) -> list[tuple[int, int, int, int]]:
    """Grams, then length, width and height in millimetres."""
    if consignment.packages:
        return [(each.gross_weight_g, each.length_mm, each.width_mm, each.height_mm) for each in consignment.packages]
    if consignment.total_quantity > MOST_PIECES:
        raise CarrierError(CODE, "so many goods have to be packed into cartons first", permanent=True)
    return [
        (max(item.gross_weight_g, item.net_weight_g), item.length_mm, item.width_mm, item.height_mm)
        for item in consignment.items
        for _ in range(item.quantity)
    ]


def _piece(weight_g: int, length_mm: int, width_mm: int, height_mm: int) -> dict[str, Any]:
    sizes = {"length": length_mm, "width": width_mm, "height": height_mm}
    return {
        "weight": kilograms(weight_g),
        "dimensions": {name: json_number(Decimal(mm) / 10, CODE) for name, mm in sizes.items()},
    }
