"""Amounts as people type them."""

from decimal import Decimal

from i18n.messages import gettext_noop as _
from i18n.money import Money
from marketplace.graphql import InputError


def amount_in(given: Decimal, currency: str, *, field: str) -> Money:
    """As money of the order's currency; raises INVALID below zero and for digits that the currency does not have."""
    money = Money(given, currency)
    if money.amount < 0 or money.quantize() != money:
        raise InputError(_("This is not an amount of %(currency)s."), field=field, params={"currency": currency})
    return money.quantize()
