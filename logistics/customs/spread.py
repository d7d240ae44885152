"""A common cost over items, without losing a minor unit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from i18n.money import Money


def spread(amount: Money, weights: Sequence[Decimal]) -> list[Money]:
    """Parts in proportion that add up to the amount; equal ones where no weight is above zero.

    10.00 EUR of freight over goods of 30.00, 30.00 and 30.00 are 3.34, 3.33 and 3.33.
    """
    if not any(weights):
        return amount.quantize().split(len(weights))
    return amount.quantize().allocate(weights)
