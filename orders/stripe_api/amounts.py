"""Amounts as Stripe counts them: whole numbers of the smallest unit, as ISO 4217 has it but for a few currencies.

19.99 EUR are 1999, 5000 JPY are 5000, 1,000,000 VND are 1000000. Stripe's own exceptions (docs.stripe.com/currencies):
ISK and UGX have no decimals but are counted as if they had two; MGA is counted in whole units; three-decimal
currencies are charged in steps of ten of their smallest unit.
"""

from decimal import Decimal

from i18n.currencies import exponent_of
from i18n.money import BrokenMinorUnit, Money

CURRENCIES = frozenset(
    {"AUD", "CAD", "CHF", "CNY", "DKK", "EUR", "GBP", "HKD", "JPY", "KRW", "NOK", "NZD", "SEK", "SGD"}
    | {"THB", "TWD", "USD", "VND"}
)
"""What buyers are asked to pay in by Stripe; a charge in another currency than its account's is converted by Stripe."""
_COUNTED_WITH_TWO = frozenset({"ISK", "UGX"})
_COUNTED_WHOLE = frozenset({"MGA"})


def to_stripe(money: Money) -> int:
    """Never rounds: raises ``BrokenMinorUnit`` for what Stripe cannot count."""
    units = money.amount.scaleb(_decimals(money.currency))
    step = _step(money.currency)
    if units != units.to_integral_value() or int(units) % step:
        raise BrokenMinorUnit(money)
    return int(units)


def from_stripe(units: int, currency: str) -> Money:
    """``currency`` as Stripe writes it, in small letters."""
    code = currency.upper()
    return Money(Decimal(units).scaleb(-_decimals(code)), code)


def _decimals(currency: str) -> int:
    if currency in _COUNTED_WITH_TWO:
        return 2
    return 0 if currency in _COUNTED_WHOLE else exponent_of(currency)


def _step(currency: str) -> int:
    """Units of which an amount is a multiple."""
    if currency in _COUNTED_WITH_TWO:
        return 100
    return 10 if _decimals(currency) == 3 else 1
