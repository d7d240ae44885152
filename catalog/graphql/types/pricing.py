"""Prices in the API, in Saleor's names. All of them come out of `catalog.pricing.price`."""

from i18n.graphql.types.money import TaxedMoney
from marketplace.graphql import (
    ANYONE,
    Boolean,
    DateTime,
    Decimal,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
)

BEFORE = "The lowest price of the 30 days before the sale began (Directive 98/6/EC, article 6a)"


class PriceTier(ObjectType):
    """A lower price from a quantity on."""

    class Meta:
        access = ANYONE

    minimum_quantity = Field(Int, required=True)
    price = Field(TaxedMoney, required=True, description="Of one piece.")


class VariantPricingInfo(ObjectType):
    """What a variant costs in the channel of the query, now."""

    class Meta:
        access = ANYONE

    price = Field(TaxedMoney, required=True, description="Of one piece, without any tier; the sale's while one runs.")
    price_undiscounted = Field(TaxedMoney, required=True, description="The regular price of one piece.")
    price_prior = Field(TaxedMoney, description=f"{BEFORE}; null without a sale.")
    discount = Field(TaxedMoney, description="Regular less present price; null without a sale.")
    discount_prior = Field(
        TaxedMoney, description="What may be announced as a reduction: pricePrior less price, null unless it is lower."
    )
    on_sale = Field(Boolean, required=True)
    sale_ends_at = Field(DateTime, description="Null without a sale, and for one without an end.")
    tiers = Field(
        NonNull(List(NonNull(PriceTier))), description="Those lower than one piece costs now, by rising quantity."
    )
    tax_rate = Field(Decimal, required=True, description="The seller's value added tax; 0.08 is 8 %.")
    tax_basis = Field(String, required=True, description="The law that the rate stands in.")
    display_gross_prices = Field(Boolean, required=True, description="Show prices with tax in this channel.")

    resolve_price = attribute("listed")
    resolve_price_undiscounted = attribute("undiscounted")
    resolve_price_prior = attribute("prior")
    resolve_display_gross_prices = attribute("includes_tax")


class TaxedMoneyRange(ObjectType):
    """From the cheapest to the dearest variant."""

    class Meta:
        access = ANYONE

    start = Field(TaxedMoney)
    stop = Field(TaxedMoney)


class ProductPricingInfo(ObjectType):
    """What a product's variants cost in the channel of the query, now."""

    class Meta:
        access = ANYONE

    price_range = Field(TaxedMoneyRange)
    price_range_undiscounted = Field(TaxedMoneyRange, description="Of the regular prices.")
    price_range_prior = Field(TaxedMoneyRange, description=f"{BEFORE}, of the variants on sale; null while none is.")
    discount = Field(TaxedMoney, description="Of the cheapest variant.")
    discount_prior = Field(TaxedMoney, description="Of the cheapest variant: what may be announced as a reduction.")
    on_sale = Field(Boolean, required=True, description="Any variant is.")
    display_gross_prices = Field(Boolean, required=True, description="Show prices with tax in this channel.")
