"""A consignment as GHN wants it: grams, whole centimetres, whole đồng, wards and provinces of 2025 by name."""

from __future__ import annotations

from typing import Any

from logistics.addresses import vn_2025
from logistics.consignment import Consignment, Package, Party
from logistics.domestic import cm, contents, phone, pieces, pile_cm, require_within_vietnam, value_dong, weight_g

LIGHT, HEAVY = 2, 5
"""``service_type_id``: up to 20 kg, and everything from there."""
HEAVY_FROM_G = 20_000
MOST_INSURED = 5_000_000
SENDER_PAYS = 1


def order(consignment: Consignment, service: int, key: str) -> dict[str, Any]:
    """What ``create`` and ``preview`` take. ``key`` is the idempotency key, empty for a preview.

    Nothing is collected on delivery: the goods are paid before they leave.
    """
    require_within_vietnam(consignment, "ghn")
    packages = pieces(consignment)
    length, width, height = pile_cm(packages)
    return {
        "payment_type_id": SENDER_PAYS,
        "required_note": "CHOXEMHANGKHONGTHU",
        "client_order_code": key,
        **_place("from", consignment.seller),
        **_place("to", consignment.buyer),
        "is_new_from_address": True,
        "is_new_to_address": True,
        "cod_amount": 0,
        "insurance_value": min(value_dong(consignment, "ghn"), MOST_INSURED),
        "content": contents(consignment),
        "weight": weight_g(consignment, "ghn"),
        "length": length,
        "width": width,
        "height": height,
        "service_type_id": service,
        "items": [_piece(package) for package in packages] if service == HEAVY else _goods(consignment),
    }


def service_for(consignment: Consignment) -> int:
    """The one service that takes it: GHN tells them apart by weight alone."""
    return HEAVY if weight_g(consignment, "ghn") >= HEAVY_FROM_G else LIGHT


def _place(side: str, party: Party) -> dict[str, str]:
    place = vn_2025(party, "ghn")
    return {
        f"{side}_name": party.display_name,
        f"{side}_phone": phone(party.phone),
        f"{side}_address": place.street,
        f"{side}_ward_name": place.ward,
        f"{side}_district_name": "",
        f"{side}_province_name": place.province,
    }


def _piece(package: Package) -> dict[str, Any]:
    return {
        "name": f"Kiện {package.number}",
        "quantity": 1,
        "weight": package.gross_weight_g,
        "length": cm(package.length_mm),
        "width": cm(package.width_mm),
        "height": cm(package.height_mm),
    }


def _goods(consignment: Consignment) -> list[dict[str, Any]]:
    return [
        {
            "name": item.description,
            "code": item.sku,
            "quantity": item.quantity,
            "price": int(item.unit_value.amount),
            "weight": max(item.gross_weight_g, item.net_weight_g),
            "length": cm(item.length_mm),
            "width": cm(item.width_mm),
            "height": cm(item.height_mm),
        }
        for item in consignment.items
    ]
