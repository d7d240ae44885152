"""``collectionAddProducts``, ``-RemoveProducts``, ``-ReorderProducts`` and ``collectionChannelListingUpdate``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.inputs import channel_of_id, each_once, keys
from catalog.graphql.structure_access import STRUCTURE, each_of, the
from catalog.graphql.types.collection import Collection
from catalog.models import Collection as CollectionRow
from catalog.models import Product as ProductRow
from catalog.products.collections.collections import (
    add_products,
    list_collection,
    remove_products,
    reorder_products,
)
from marketplace.graphql import ID, Boolean, DateTime, Field, InputObjectType, List, Mutation, NonNull, integer_key


class CollectionAddProducts(Mutation):
    """Add products at the end; those that are in it already stay where they are."""

    class Arguments:
        collection_id = ID(required=True)
        products = NonNull(List(NonNull(ID)))

    class Meta:
        access = STRUCTURE
        known_errors = errors.REFUSED

    collection = Field(Collection)

    @classmethod
    def perform(cls, info: Any, *, collection_id: str, products: list[str]) -> dict[str, Any]:
        collection = the(CollectionRow, collection_id, field="collection_id")
        add_products(collection=collection, products=each_of(ProductRow, products, field="products"))
        return {"collection": collection}


class CollectionRemoveProducts(Mutation):
    """Take products out of a collection."""

    class Arguments:
        collection_id = ID(required=True)
        products = NonNull(List(NonNull(ID)))

    class Meta:
        access = STRUCTURE

    collection = Field(Collection)

    @classmethod
    def perform(cls, info: Any, *, collection_id: str, products: list[str]) -> dict[str, Any]:
        collection = the(CollectionRow, collection_id, field="collection_id")
        remove_products(collection=collection, product_ids=keys(products, "Product", field="products") or [])
        return {"collection": collection}


class CollectionReorderProducts(Mutation):
    """Put the products named first, in this order; the others follow in theirs."""

    class Arguments:
        collection_id = ID(required=True)
        product_ids = NonNull(List(NonNull(ID)))

    class Meta:
        access = STRUCTURE
        known_errors = errors.REFUSED

    collection = Field(Collection)

    @classmethod
    def perform(cls, info: Any, *, collection_id: str, product_ids: list[str]) -> dict[str, Any]:
        collection = the(CollectionRow, collection_id, field="collection_id")
        wanted = [integer_key(each, "Product", field="product_ids") for each in product_ids[:500]]
        reorder_products(collection=collection, product_ids=wanted)
        return {"collection": collection}


class PublishableChannelListingInput(InputObjectType):
    """Whether and since when something is shown in a market."""

    channel_id = ID(required=True)
    is_published = Boolean()
    published_at = DateTime(description="Shown from this moment; empty means at once.")


class CollectionChannelListingUpdateInput(InputObjectType):
    """What changes; markets that are not named stay as they are."""

    add_channels = List(NonNull(PublishableChannelListingInput))
    remove_channels = List(NonNull(ID))


class CollectionChannelListingUpdate(Mutation):
    """Show a collection in markets, or stop showing it."""

    class Arguments:
        id = ID(required=True)
        input = CollectionChannelListingUpdateInput(required=True)

    class Meta:
        access = STRUCTURE
        known_errors = errors.REFUSED

    collection = Field(Collection)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        collection = the(CollectionRow, id)
        added, removed = input.get("add_channels") or [], input.get("remove_channels") or []
        each_once([*(each["channel_id"] for each in added), *removed], field="channels")
        for each in added:
            list_collection(
                collection=collection,
                channel=channel_of_id(each["channel_id"], field="add_channels"),
                is_published=bool(each.get("is_published")),
                published_at=each.get("published_at"),
            )
        gone = [channel_of_id(each, field="remove_channels") for each in removed]
        collection.channel_listings.filter(channel__in=gone).delete()
        return {"collection": collection}
