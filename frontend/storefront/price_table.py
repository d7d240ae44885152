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


def least_order(variant: dict[str, Any], wanted: int = 1) -> int:
    """The least whole multiple that is neither below the minimum nor below what is wanted."""
    multiple = max(variant["orderMultiple"], 1)
    return -(-max(wanted, variant["moq"], 1) // multiple) * multiple
