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
    """The lines to ask an estimate for, by variant; what cannot be sent the answer names."""
    return [
        {"variantId": line["variant"]["id"], "quantity": line["quantity"]}
        for line in _lines(groups)
        if line["quantity"] > 0
    ]


def left_out(estimate: Mapping[str, Any], groups: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Goods that are in none of the estimate's sums: ``name`` as the page shows it, and the API's ``reason``."""
    names = {line["variant"]["id"]: line["variant"]["product"]["localized"]["name"]["text"] for line in _lines(groups)}
    return [{"name": names[one["variantId"]], "reason": one["reason"]} for one in estimate["leftOut"]]


def _lines(groups: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [line for group in groups for line in group["lines"]]


def door_cost(estimate: Mapping[str, Any], groups: Sequence[Mapping[str, Any]]) -> DoorCost:
    """The sums of an estimate; every maker sends goods of their own, so each has a line of freight or none is known."""
    without = {one["variantId"] for one in estimate["leftOut"]}
    makers = sum(any(line["variant"]["id"] not in without for line in group["lines"]) for group in groups)
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
