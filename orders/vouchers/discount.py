"""How much a voucher takes off, shared out without losing a unit.

1. Take what it concerns: lines, or deliveries. The rest is left alone.
2. A percentage is of their sum, rounded once to what can be paid; an amount is at most their sum.
3. Share it out in proportion to what each costs, by largest remainders: the shares add up to the discount, and none is
   larger than what it lowers.

Example: 10 % of 3 lines of 0.99, 0.99 and 1.00 EUR is 0.30 EUR: 0.10 + 0.10 + 0.10. An amount of 100 JPY off lines of
10 and 20 JPY is 30 JPY, 10 + 20.
"""

from collections.abc import Hashable, Mapping
from decimal import Decimal
from typing import TypeVar

from i18n.money import Money, sum_money
from orders.vouchers.voucher import ValueType

Key = TypeVar("Key", bound=Hashable)


def share_discount(costs: Mapping[Key, Money], *, value: Decimal, value_type: str, currency: str) -> dict[Key, Money]:
    """What is taken off each of ``costs`` (whole amounts, tax included); those of nothing are left out."""
    concerned = {key: cost for key, cost in costs.items() if cost.amount > 0}
    discount = _discount(sum_money(concerned.values(), currency), value, value_type)
    if not concerned or not discount:
        return {}
    shares = discount.allocate([cost.amount for cost in concerned.values()])
    return {key: share for key, share in zip(concerned, shares, strict=True) if share}


def _discount(whole: Money, value: Decimal, value_type: str) -> Money:
    if value_type == ValueType.PERCENTAGE:
        return (whole * (min(value, Decimal(100)) / 100)).quantize()
    return min(Money(value, whole.currency).quantize(), whole)
