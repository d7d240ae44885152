"""Prices in the API."""

from catalog.pricing.price import VariantPrice
from i18n.graphql.types.money import TaxedMoney
from marketplace.graphql import (
    ANYONE,
    Boolean,
    Decimal,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
    batch,
)


class PriceTier(ObjectType):
    """A lower price from a quantity on."""

    class Meta:
        access = ANYONE

    minimum_quantity = Field(Int, required=True)
    price = Field(TaxedMoney, required=True, description="Of one piece.")


class VariantPricingInfo(ObjectType):
    """What a variant costs in the channel of the query."""

    class Meta:
        access = ANYONE

    price = Field(TaxedMoney, required=True, description="Of one piece, without any tier.")
    on_sale = Field(Boolean, required=True)
    tiers = Field(NonNull(List(NonNull(PriceTier))), description="By rising quantity.")
    tax_rate = Field(Decimal, required=True, description="The seller's value added tax; 0.08 is 8 %.")
    tax_basis = Field(String, required=True, description="The law that the rate stands in.")

    resolve_price = attribute("listed")

    @staticmethod
    @batch
    def resolve_on_sale(prices: list[VariantPrice], info: object) -> list[bool]:
        return [False] * len(prices)


class TaxedMoneyRange(ObjectType):
    """From the cheapest to the dearest variant."""

    class Meta:
        access = ANYONE

    start = Field(TaxedMoney)
    stop = Field(TaxedMoney)


class ProductPricingInfo(ObjectType):
    """What a product's variants cost in the channel of the query."""

    class Meta:
        access = ANYONE

    price_range = Field(TaxedMoneyRange)
    on_sale = Field(Boolean, required=True)
