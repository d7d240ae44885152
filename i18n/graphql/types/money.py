"""Money in the API. A resolver returns a `i18n.money.Money`; these types show it."""

from decimal import Decimal as Number
from typing import Any

from i18n import money
from marketplace.graphql import ANYONE, Decimal, Field, ObjectType, String, batch


class Money(ObjectType):
    """An amount of one currency."""

    class Meta:
        access = ANYONE

    amount = Field(Decimal, required=True, description="Exact, with at least the decimals of the currency.")
    currency = Field(String, required=True, description="ISO 4217.")

    @staticmethod
    @batch
    def resolve_amount(amounts: list[money.Money], info: Any) -> list[Number]:
        return [tidy(each) for each in amounts]


def tidy(value: money.Money) -> Number:
    """The amount with its currency's decimals, more only where it needs them: 12.5000 EUR -> 12.50, 0.0125 stays."""
    quantized = value.quantize()
    if quantized is value:
        return value.amount
    return quantized.amount if quantized.amount == value.amount else value.amount.normalize()


class TaxedMoney(ObjectType):
    """An amount with tax, without it, and the tax between them."""

    class Meta:
        access = ANYONE

    currency = Field(String, required=True, description="ISO 4217.")
    gross = Field(Money, required=True, description="With tax.")
    net = Field(Money, required=True, description="Without tax.")
    tax = Field(Money, required=True, description="Gross less net.")

    @staticmethod
    @batch
    def resolve_currency(parents: list[Any], info: Any) -> list[str]:
        return [parent.gross.currency for parent in parents]

    @staticmethod
    @batch
    def resolve_tax(parents: list[Any], info: Any) -> list[money.Money]:
        return [parent.gross - parent.net for parent in parents]
