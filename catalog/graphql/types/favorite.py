"""Favourites in the API: for the person whose they are."""

from typing import Any

from django.db.models import prefetch_related_objects

from catalog.favorites.favorite import Favorite as FavoriteRow
from catalog.graphql.access import visible_products
from catalog.graphql.in_channel import channel_named, put_in_channel
from catalog.models import Product as ProductRow
from marketplace.graphql import SIGNED_IN, DateTime, Field, ObjectType, String, attribute, batch, connection_type


def _product() -> Any:
    from catalog.graphql.types.product import Product  # the two types name each other

    return Product


class Favorite(ObjectType):
    """A product that somebody has kept."""

    class Meta:
        access = SIGNED_IN

    created = Field(DateTime, required=True)
    product = Field(
        _product, channel=String(), description="Null when it is no longer shown, or not in the channel named."
    )

    resolve_created = attribute("created_at")

    @staticmethod
    @batch
    def resolve_product(rows: list[FavoriteRow], info: Any, channel: str | None = None) -> list[ProductRow | None]:
        market = channel_named(info, channel)
        if channel is not None and market is None:
            return [None] * len(rows)
        visible = (
            visible_products(info) if market is None else ProductRow.objects.published_in(market, at=info.context.now)
        )
        shown = set(visible.filter(pk__in=[row.product_id for row in rows]).values_list("pk", flat=True))
        prefetch_related_objects([row for row in rows if row.product_id in shown], "product")
        return [put_in_channel([row.product], market)[0] if row.product_id in shown else None for row in rows]


FavoriteCountableConnection = connection_type(Favorite)
