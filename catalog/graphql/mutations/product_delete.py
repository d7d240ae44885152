"""``productDelete``."""

from typing import Any

from catalog.graphql.access import own_product
from catalog.graphql.types.product import Product
from catalog.products.update import delete_product
from marketplace.graphql import ID, SIGNED_IN, Field, Mutation


class ProductDelete(Mutation):
    """Take a product out of the catalogue for good; orders keep what they have. For managers of the seller."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN

    product = Field(Product)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        product = own_product(info, id)
        delete_product(product=product)
        return {"product": product}
