"""Amounts as they come back from the database, without the column's spare decimals."""

from decimal import Decimal

from catalog.pricing.taxed_money import TaxedMoney
from i18n.money import Money


def stored(amount: Decimal, currency: str) -> Money:
    """``Decimal("54.0000")`` of EUR is 54.00 EUR; everything stored here is whole minor units."""
    return Money(amount, currency).quantize()


def stored_taxed(*, gross: Decimal, net: Decimal, currency: str) -> TaxedMoney:
    return TaxedMoney(net=stored(net, currency), gross=stored(gross, currency))
