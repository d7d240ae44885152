"""Prices of an article as a form shows them."""

from collections.abc import Sequence
from typing import Any

from frontend.amounts import editable_amount
from frontend.seller_desk.moments import local_moment

TIERS = 3
"""Quantity prices that a form has room for."""


def price_row(variant: dict[str, Any], channel_id: str) -> dict[str, Any]:
    """An article in a market; ``beyond`` are quantity prices that the form has no room for."""
    listed = next((one for one in variant["channelListings"] or [] if one["channel"]["id"] == channel_id), None)
    sale = listed["sale"] if listed else None
    return {
        "id": variant["id"],
        "sku": variant["sku"],
        "name": variant["name"],
        "price": editable_amount(listed["price"]["amount"]) if listed and listed["price"] else "",
        "derivation": listed["derivation"] if listed else None,
        "has_base": variant["basePrice"] is not None,
        "sale": {
            "price": editable_amount(sale["price"]["amount"]) if sale else "",
            "from": local_moment(sale["startsAt"]) if sale else "",
            "until": local_moment(sale["endsAt"]) if sale else "",
            "starts_at": sale["startsAt"] if sale else None,
            "is_running": bool(sale and sale["isRunning"]),
        },
        "prior": listed["priorPrice"] if listed else None,
        **_tiers(listed["tiers"] if listed else []),
    }


def base_row(variant: dict[str, Any]) -> dict[str, Any]:
    """An article's base price."""
    base = variant["basePrice"]
    return {
        "id": variant["id"],
        "sku": variant["sku"],
        "name": variant["name"],
        "price": editable_amount(base["price"]["amount"]) if base else "",
        "currency": base["price"]["currency"] if base else "VND",
        **_tiers(base["tiers"] if base else []),
    }


def _tiers(tiers: Sequence[dict[str, Any]]) -> dict[str, Any]:
    shown = [(tier["minimumQuantity"], editable_amount(tier["price"]["amount"])) for tier in tiers[:TIERS]]
    return {
        "tiers": shown + [("", "")] * (TIERS - len(shown)),
        "beyond": [
            {"minimumQuantity": tier["minimumQuantity"], "price": tier["price"]["amount"]} for tier in tiers[TIERS:]
        ],
    }
