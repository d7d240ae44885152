"""A consignment as GHTK wants it: places as they were before 2025-07-01, kilograms in an order, grams for a price."""

from __future__ import annotations

from typing import Any

from logistics.addresses import vn_pre_2025
from logistics.consignment import Consignment, Package, Party
from logistics.domestic import contents, phone, pieces, require_within_vietnam, value_dong, weight_g

ROAD = "road"
_NO_HAMLET = "Khác"
_G_PER_KG = 1000


def order(consignment: Consignment, key: str) -> dict[str, Any]:
    """The body of a new order. Nothing is collected on delivery, and the sender pays the carriage."""
    require_within_vietnam(consignment, "ghtk")
    seller, buyer = consignment.seller, consignment.buyer
    return {
        "order": {
            "id": key,
            "pick_name": seller.display_name,
            "pick_tel": phone(seller.phone),
            **_place("pick_", seller),
            "name": buyer.display_name,
            "tel": phone(buyer.phone),
            **_place("", buyer),
            "hamlet": _NO_HAMLET,
            "is_freeship": "1",
            "pick_money": 0,
            "value": value_dong(consignment, "ghtk"),
            "transport": ROAD,
            "weight_option": "kilogram",
        },
        "products": [_piece(package, contents(consignment)) for package in pieces(consignment)],
    }


def price_query(consignment: Consignment) -> dict[str, Any]:
    """The question for a price; its weight is in grams."""
    sides = ((consignment.seller, "pick_"), (consignment.buyer, ""))
    return {
        **{name: value for party, side in sides for name, value in _place(side, party).items()},
        "weight": weight_g(consignment, "ghtk"),
        "value": value_dong(consignment, "ghtk"),
        "transport": ROAD,
    }


def _place(side: str, party: Party) -> dict[str, str]:
    place = vn_pre_2025(party, "ghtk")
    return {
        f"{side}address": place.street,
        f"{side}province": place.province,
        f"{side}district": place.district,
        f"{side}ward": place.ward,
    }


def _piece(package: Package, name: str) -> dict[str, Any]:
    return {"name": name, "weight": package.gross_weight_g / _G_PER_KG, "quantity": 1}
