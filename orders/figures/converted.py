"""All currencies together, in one of them, each at a dated rate whose source is named: to compare by, never to book."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from i18n.convert import NoRate, RateUsed, rate
from i18n.money import Money, sum_money


@dataclass(frozen=True, slots=True)
class Converted:
    total: Money
    rates: tuple[RateUsed, ...]
    left_out: tuple[str, ...]
    """Currencies that no stored rate leads from: they are not in the total."""


def converted(amounts: Sequence[Money], into: str, *, on: date) -> Converted:
    """At the latest rate on or before a day; one statement for each other currency."""
    parts, used, missing = [], [], []
    for amount in amounts:
        try:
            found = rate(amount.currency, into, on)
        except NoRate:
            missing.append(amount.currency)
            continue
        parts.append(Money(amount.amount * found.rate, into).quantize())
        if amount.currency != into:
            used.append(found)
    return Converted(sum_money(parts, into), tuple(used), tuple(missing))
