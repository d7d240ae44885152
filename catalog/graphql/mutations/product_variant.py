"""``productVariantCreate``, ``-Update`` and ``-Delete``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import caller, own_product, own_variant
from catalog.graphql.answers import answer, attributes_input
from catalog.graphql.inputs import variant_fields
from catalog.graphql.types.product_variant import ProductVariant
from catalog.products.variants import create_variant, delete_variant, update_variant
from marketplace.graphql import ID, SIGNED_IN, Field, InputObjectType, Int, Mutation, String


class ProductVariantInput(InputObjectType):
    """What is left out stays as it is; null clears it."""

    sku = String(description="The seller's own; no two of its variants share one.")
    name = String()
    gtin = String()
    net_weight_g = Int(description="Grams, one piece without its packing.")
    gross_weight_g = Int(description="Grams, one piece as packed.")
    length_mm = Int(description="Millimetres, outer measure of one piece as packed.")
    width_mm = Int(description="Millimetres, outer measure of one piece as packed.")
    height_mm = Int(description="Millimetres, outer measure of one piece as packed.")
    units_per_carton = Int(description="Pieces in an export carton.")
    carton_gross_weight_g = Int(description="Grams, a full carton.")
    carton_length_mm = Int(description="Millimetres, outer measure.")
    carton_width_mm = Int(description="Millimetres, outer measure.")
    carton_height_mm = Int(description="Millimetres, outer measure.")
    moq = Int(description="The least quantity of one order line.")
    order_multiple = Int(description="Quantities are multiples of this.")
    lead_time_days = Int()
    sort_order = Int()
    attributes = attributes_input()


class ProductVariantCreateInput(ProductVariantInput):
    """A new variant."""

    product = ID(required=True)
    sku = String(required=True)


class ProductVariantCreate(Mutation):
    """Add a variant. For managers of the seller."""

    class Arguments:
        input = ProductVariantCreateInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        known_errors = errors.REFUSED

    product_variant = Field(ProductVariant)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        product = own_product(info, input["product"], field="product")
        variant = create_variant(product=product, **variant_fields(input))
        answer(variant, input.get("attributes"), caller(info))
        return {"product_variant": variant}


class ProductVariantUpdate(Mutation):
    """Change a variant. For managers of the seller."""

    class Arguments:
        id = ID(required=True)
        input = ProductVariantInput(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = errors.REFUSED

    product_variant = Field(ProductVariant)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        variant = own_variant(info, id)
        variant = update_variant(variant=variant, **variant_fields(input))
        answer(variant, input.get("attributes"), caller(info))
        return {"product_variant": variant}


class ProductVariantDelete(Mutation):
    """Stop selling a variant for good; orders keep what they have. For managers of the seller."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = errors.GATES
        error_extra = errors.CHANNEL
        known_errors = errors.GATED

    product_variant = Field(ProductVariant)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        variant = own_variant(info, id)
        delete_variant(variant=variant)
        return {"product_variant": variant}
