"""Changes to many products at once, in the public API."""

from typing import Any

from django.db.models import QuerySet

from catalog.graphql.mutations.product_bulk_change import (
    ProductBulkChangeInput,
    ProductBulkChangeMake,
    ProductBulkChangeUndo,
    change_of,
    product_keys,
)
from catalog.graphql.types.product_bulk_change import ProductBulkChange, ProductBulkChangePreview
from catalog.models import BulkChange, Product
from catalog.products.bulk_change.bulk_change import UNDO_FOR
from catalog.products.bulk_change.make import Look, look_at_change
from marketplace.graphql import ID, SIGNED_IN, Field, List, NonNull, ObjectType
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.member import MemberRole

MOST_SHOWN = 10


class BulkChangeQueries(ObjectType):
    """Looking before changing."""

    product_bulk_change_preview = Field(
        ProductBulkChangePreview,
        seller=ID(required=True),
        input=ProductBulkChangeInput(required=True),
        access=SIGNED_IN,
        cost=100,
        description="What productBulkChangeMake would do; nothing changes. For managers of the seller.",
    )
    product_bulk_changes = Field(
        NonNull(List(NonNull(ProductBulkChange))),
        seller=ID(required=True),
        access=SIGNED_IN,
        size=MOST_SHOWN,
        description="Those that can still be undone, newest first. For managers of the seller.",
    )

    @staticmethod
    def resolve_product_bulk_change_preview(root: Any, info: Any, seller: str, input: Any) -> Look:
        owner = seller_for(info, seller, MemberRole.MANAGER, field="seller")
        keys = product_keys(owner, input)
        found = {row.pk: row for row in Product.objects.current().filter(pk__in=keys).select_related("seller")}
        return look_at_change(products=[found[key] for key in keys], change=change_of(input), now=info.context.now)

    @staticmethod
    def resolve_product_bulk_changes(root: Any, info: Any, seller: str) -> QuerySet[BulkChange]:
        owner = seller_for(info, seller, MemberRole.MANAGER, field="seller")
        fresh = BulkChange.objects.filter(seller=owner, undone_at__isnull=True)
        return fresh.filter(made_at__gt=info.context.now - UNDO_FOR)[:MOST_SHOWN]


class BulkChangeMutations(ObjectType):
    """Many products at once."""

    product_bulk_change_make = ProductBulkChangeMake.Field()
    product_bulk_change_undo = ProductBulkChangeUndo.Field()
