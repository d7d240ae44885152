"""A consignment as Viettel Post wants it: addresses as one line of text, grams, whole centimetres, whole đồng."""

from __future__ import annotations

from typing import Any

from logistics.addresses import vn_2025
from logistics.carrier import CarrierError
from logistics.consignment import Consignment, Party
from logistics.domestic import contents, phone, pieces, pile_cm, require_within_vietnam, value_dong, weight_g

CODE = "viettel_post"
MOST_BYTES = 150
"""Of any text."""
NOTHING_COLLECTED = 1
WITHIN_VIETNAM = 1


def price_question(consignment: Consignment) -> dict[str, Any]:
    return {
        "SENDER_ADDRESS": _line(consignment.seller),
        "RECEIVER_ADDRESS": _line(consignment.buyer),
        "MONEY_COLLECTION": 0,
        "TYPE": WITHIN_VIETNAM,
        **_product(consignment),
    }


def order(consignment: Consignment, service: str, key: str) -> dict[str, Any]:
    """``CHECK_UNIQUE`` has Viettel Post refuse a second order with our key."""
    require_within_vietnam(consignment, CODE)
    return {
        "ORDER_NUMBER": key,
        "CHECK_UNIQUE": True,
        **_party("SENDER", consignment.seller),
        **_party("RECEIVER", consignment.buyer),
        **_product(consignment),
        "PRODUCT_NAME": _short(contents(consignment)),
        "PRODUCT_QUANTITY": len(pieces(consignment)),
        "ORDER_PAYMENT": NOTHING_COLLECTED,
        "ORDER_SERVICE": service,
        "MONEY_COLLECTION": 0,
    }


def _product(consignment: Consignment) -> dict[str, Any]:
    length, width, height = pile_cm(pieces(consignment))
    return {
        "PRODUCT_TYPE": "HH",
        "PRODUCT_WEIGHT": weight_g(consignment, CODE),
        "PRODUCT_PRICE": value_dong(consignment, CODE),
        "PRODUCT_LENGTH": length,
        "PRODUCT_WIDTH": width,
        "PRODUCT_HEIGHT": height,
    }


def _party(side: str, party: Party) -> dict[str, str]:
    return {
        f"{side}_FULLNAME": _short(party.display_name),
        f"{side}_PHONE": phone(party.phone),
        f"{side}_ADDRESS": _line(party),
    }


def _line(party: Party) -> str:
    """Street, ward and province. Cut off, an address would lead elsewhere: it is refused."""
    line = vn_2025(party, CODE).line
    if len(line.encode()) > MOST_BYTES:
        raise CarrierError(CODE, f"an address longer than {MOST_BYTES} bytes is not taken", permanent=True)
    return line


def _short(text: str) -> str:
    return text.encode()[:MOST_BYTES].decode("utf-8", "ignore")
