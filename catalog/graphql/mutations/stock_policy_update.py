"""``productVariantStockPolicyUpdate``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import own_variant
from catalog.graphql.types.availability import StockModeEnum
from catalog.graphql.types.product_variant import ProductVariant
from catalog.stock.set_policy import PolicyFields, set_stock_policy
from marketplace.graphql import ID, SIGNED_IN, Date, Field, InputObjectType, Int, Mutation


class StockPolicyInput(InputObjectType):
    """What is left out stays as it is."""

    mode = StockModeEnum()
    most_promised = Int(description="How many may be sold that are not there; null: without limit.")
    available_from = Date(description="Of a pre-order: the day from which the pieces leave.")
    low_stock_threshold = Int(description="Warn when no more pieces than this are free; null: never.")


class ProductVariantStockPolicyUpdate(Mutation):
    """Say whether a variant is made to order or can be ordered ahead, and when to warn. For managers."""

    class Arguments:
        variant_id = ID(required=True)
        input = StockPolicyInput(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = errors.REFUSED

    product_variant = Field(ProductVariant)

    @classmethod
    def perform(cls, info: Any, *, variant_id: str, input: Any) -> dict[str, Any]:
        variant = own_variant(info, variant_id, field="variant_id")
        fields = PolicyFields()
        if input.get("mode") is not None:
            fields["mode"] = input["mode"].value
        if "most_promised" in input:
            fields["most_promised"] = input["most_promised"]
        if "available_from" in input:
            fields["available_from"] = input["available_from"]
        if "low_stock_threshold" in input:
            fields["low_threshold"] = input["low_stock_threshold"]
        set_stock_policy(variant=variant, **fields)
        return {"product_variant": variant}
