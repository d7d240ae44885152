"""``productUpdate``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import caller, own_product
from catalog.graphql.answers import answer
from catalog.graphql.inputs import product_fields
from catalog.graphql.mutations.product_create import ProductInput
from catalog.graphql.types.product import Product
from catalog.products.update import update_product
from marketplace.graphql import ID, SIGNED_IN, Field, Mutation


class ProductUpdate(Mutation):
    """Change a product. Changed texts of an approved product go back into review. For managers of the seller."""

    class Arguments:
        id = ID(required=True)
        input = ProductInput(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = errors.GATES
        error_extra = errors.CHANNEL
        known_errors = errors.GATED

    product = Field(Product)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        product = own_product(info, id)
        product = update_product(product=product, by=caller(info), **product_fields(input))
        answer(product, input.get("attributes"), caller(info))
        return {"product": product}
