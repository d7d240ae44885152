"""``productRelatedUpdate``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import own_product
from catalog.graphql.inputs import each_once, keys
from catalog.graphql.types.product import Product
from catalog.models import Product as ProductRow
from catalog.products.related.choose import Choice, choose_related
from i18n.messages import gettext_noop as _
from marketplace.graphql import ID, SIGNED_IN, Boolean, Field, InputError, InputObjectType, List, Mutation, NonNull


class RelatedProductInput(InputObjectType):
    """A product to be shown beside another."""

    product = ID(required=True)
    both_ways = Boolean(description="Show each beside the other.")


class ProductRelatedUpdate(Mutation):
    """Show these products of the same seller beside a product, in this order. For managers of the seller."""

    class Arguments:
        id = ID(required=True)
        related = NonNull(List(NonNull(RelatedProductInput)))

    class Meta:
        access = SIGNED_IN
        known_errors = errors.REFUSED

    product = Field(Product)

    @classmethod
    def perform(cls, info: Any, *, id: str, related: list[Any]) -> dict[str, Any]:
        product = own_product(info, id)
        each_once([one["product"] for one in related], field="related")
        ids = keys([one["product"] for one in related], "Product", field="related") or []
        rows = ProductRow.objects.current().filter(seller_id=product.seller_id).in_bulk(ids)
        missing = next((place for place, each in enumerate(ids) if each not in rows), None)
        if missing is not None:
            raise InputError(_("You have no such product."), field="related", code="NOT_FOUND", index=missing)
        choices = [Choice(rows[pk], bool(one.get("both_ways"))) for pk, one in zip(ids, related, strict=True)]
        choose_related(product=product, choices=choices)
        return {"product": product}
