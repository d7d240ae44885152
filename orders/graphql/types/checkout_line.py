"""Lines of baskets in the API. The parents are `PricedLine`."""

from typing import Any

from catalog.graphql.in_channel import put_in_channel
from catalog.graphql.types.product_variant import ProductVariant
from catalog.models import ProductVariant as Variant
from i18n.graphql.types.money import Money, TaxedMoney
from i18n.money import Money as Amount
from marketplace.graphql import (
    ANYONE,
    ID,
    Field,
    Int,
    ObjectType,
    attribute,
    batch,
    to_global_id,
)
from orders.checkout.priced import PricedLine
from orders.graphql.types.checkout_problem import CheckoutProblem


class CheckoutLine(ObjectType):
    """So many of a variant."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    variant = Field(ProductVariant, required=True)
    quantity = Field(Int, required=True)
    unit_price = Field(TaxedMoney, required=True, description="At this quantity; zero when it is no longer sold.")
    undiscounted_unit_price = Field(Money, required=True, description="The regular price of one piece, with tax.")
    total_price = Field(TaxedMoney, required=True, description="What the buyer pays: after the voucher.")
    undiscounted_total_price = Field(Money, required=True, description="Before the voucher, with tax.")
    discount = Field(Money, required=True, description="The voucher's share of this line, of the price with tax.")
    problem = Field(CheckoutProblem)

    resolve_quantity = attribute("line.quantity")
    resolve_unit_price = attribute("unit")
    resolve_total_price = attribute("total")
    resolve_undiscounted_total_price = attribute("undiscounted.gross")

    @staticmethod
    def resolve_undiscounted_unit_price(line: PricedLine, info: Any) -> Amount:
        return line.price.undiscounted.gross if line.price else line.unit.gross

    @staticmethod
    def resolve_id(line: PricedLine, info: Any) -> str:
        return to_global_id("CheckoutLine", line.line.pk)

    @staticmethod
    @batch
    def resolve_variant(lines: list[PricedLine], info: Any) -> list[Variant]:
        """In the basket's market, so that prices asked for below are those of it."""
        return [put_in_channel([line.variant], line.channel)[0] for line in lines]
