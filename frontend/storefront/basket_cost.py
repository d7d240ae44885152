"""What a basket comes to at a door, in the few figures that stand beside its sum."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

MOST_GOODS = 50
"""So many lines the API reckons in one estimate; a longer basket sees its own in the checkout."""
AT_IMPORT = frozenset({"DUTY", "TAX", "FEE"})

Amount = dict[str, Any]
"""``amount`` and ``currency``, as the API writes money."""


@dataclass(frozen=True, slots=True)
class DoorCost:
    """Delivery and import of a basket, as far as they are known; nothing here counts for the order."""

    freight: Amount | None
    """The cheapest deliveries that have a price; ``None`` when no maker has one."""
    some_freight_missing: bool
    """A maker has no price to this country on record."""
    at_import: Amount | None
    """Duty, tax and fees that the buyer pays; ``None`` when none of them is on record."""


def goods_of(groups: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The lines to ask an estimate for: what has a price and a quantity, by variant."""
    lines = [line for group in groups for line in group["lines"]]
    return [
        {"variantId": line["variant"]["id"], "quantity": line["quantity"]}
        for line in lines
        if line["variant"]["pricing"] and line["quantity"] > 0
    ]


def door_cost(estimate: Mapping[str, Any], *, makers: int) -> DoorCost:
    """The sums of an estimate; every maker sends goods of their own, so each has a line of freight or none is known."""
    freight = _known(estimate, {"FREIGHT"})
    at_import = _known(estimate, AT_IMPORT)
    currency = estimate["total"]["currency"]
    return DoorCost(
        freight=_sum(freight, currency),
        some_freight_missing=len(freight) < makers,
        at_import=_sum(at_import, currency),
    )


def _known(estimate: Mapping[str, Any], kinds: frozenset[str] | set[str]) -> list[Decimal]:
    own = [line for line in estimate["lines"] if line["kind"] in kinds and line["payer"] == "BUYER"]
    return [line["amount"]["amount"] for line in own if line["amount"]]


def _sum(amounts: Sequence[Decimal], currency: str) -> Amount | None:
    return {"amount": sum(amounts, Decimal(0)), "currency": currency} if amounts else None
