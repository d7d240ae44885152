"""What a piece costs at a quantity, and the rows of the table that says so."""

from typing import Any


def rows(variant: dict[str, Any], least: int) -> list[dict[str, Any]]:
    """Price by quantity from the least that can be ordered on: the plain price first, then every tier above it.

    With a least quantity of 4, a price of 120 and tiers at 4, 10 and 50 pieces the rows are 4, 10 and 50: nobody can
    order fewer at the plain price. Without tiers there is one row.
    """
    pricing = variant["pricing"]
    if not pricing:
        return []
    above = sorted(pricing["tiers"], key=lambda tier: int(tier["minimumQuantity"]))
    first = {"minimumQuantity": least, "price": price_at(variant, least)}
    return [first, *(tier for tier in above if tier["minimumQuantity"] > least)]


def price_at(variant: dict[str, Any], quantity: int) -> Any:
    """The price of one piece at a quantity: that of the highest tier it reaches."""
    if not variant["pricing"]:
        return None
    reached = [tier for tier in variant["pricing"]["tiers"] if tier["minimumQuantity"] <= quantity]
    best = max(reached, key=lambda tier: int(tier["minimumQuantity"]), default=None)
    return best["price"] if best else variant["pricing"]["price"]


def next_price(variant: dict[str, Any], quantity: int) -> dict[str, Any] | None:
    """How many ``more`` pieces reach the next tier that is cheaper, and its ``price`` for each; ``None`` at the last.

    8 pieces in steps of 4 with a tier at 10: 4 more, as 12 is the first quantity from 10 on that can be ordered.
    """
    if not variant["pricing"]:
        return None
    now = price_at(variant, quantity)["gross"]["amount"]
    above = [tier for tier in variant["pricing"]["tiers"] if tier["minimumQuantity"] > quantity]
    cheaper = [tier for tier in above if tier["price"]["gross"]["amount"] < now]
    tier = min(cheaper, key=lambda one: int(one["minimumQuantity"]), default=None)
    return {"more": least_order(variant, tier["minimumQuantity"]) - quantity, "price": tier["price"]} if tier else None


def least_order(variant: dict[str, Any], wanted: int = 1) -> int:
    """The least whole multiple that is neither below the minimum nor below what is wanted."""
    multiple = max(variant["orderMultiple"], 1)
    return -(-max(wanted, variant["moq"], 1) // multiple) * multiple
