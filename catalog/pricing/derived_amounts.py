"""What a base price comes to in a market.

1. Base amount × the stored rate: 1,500,000 VND at 1 VND = 0.0000348 EUR are 52.20 EUR.
2. Plus the rule's markup: 15 % make 60.03 EUR.
3. Rounded by the rule: to 1 with the ending 0.95 makes 59.95 EUR; without a rule, to the currency's minor unit.
4. The same for every quantity price; one that is not lower than the step before it after rounding is left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from catalog.pricing.price_rule import PriceRule
from i18n.convert import RateUsed
from i18n.money import Money


@dataclass(frozen=True, slots=True)
class DerivedAmounts:
    """In the currency the rate leads to."""

    price: Decimal
    tiers: tuple[tuple[int, Decimal], ...]


def derived_amounts(
    *, amount: Decimal, tiers: Sequence[tuple[int, Decimal]], used: RateUsed, rule: PriceRule | None
) -> DerivedAmounts:
    """``tiers`` are pairs of quantity and base amount by rising quantity; no amount comes out below one minor unit."""
    price = _derived(amount, used, rule)
    kept: list[tuple[int, Decimal]] = []
    last = price
    for quantity, base in tiers:
        lower = _derived(base, used, rule)
        if lower < last:
            kept.append((quantity, lower))
            last = lower
    return DerivedAmounts(price, tuple(kept))


def _derived(amount: Decimal, used: RateUsed, rule: PriceRule | None) -> Decimal:
    converted = amount * used.rate
    if rule is not None:
        converted = rule.rounded(converted * (1 + rule.markup_percent / 100))
    paid = Money(converted, used.quote).quantize()
    return paid.amount if paid else Money.from_minor(1, used.quote).amount
