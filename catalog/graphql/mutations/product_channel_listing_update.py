"""``productChannelListingUpdate``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import own_product
from catalog.graphql.inputs import channel_of_id, each_once
from catalog.graphql.types.product import Product
from catalog.models import Product as ProductRow
from catalog.models import ProductChannelListing as ListingRow
from catalog.products.publish import publish_product, remove_from_channel, unpublish_product
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    DateTime,
    Field,
    InputObjectType,
    List,
    Mutation,
    NonNull,
)


class ProductChannelListingAddInput(InputObjectType):
    """The product in one channel. What is left out stays as it is where the product is published already."""

    channel_id = ID(required=True)
    is_published = Boolean(required=True)
    published_at = DateTime(description="Shown from this moment; null: now.")
    published_until = DateTime(description="Not shown any more from this moment; null: until it is taken out.")
    available_for_purchase_at = DateTime(description="May be ordered from this moment; null: as soon as it is shown.")
    available_for_purchase_until = DateTime(description="Not to be ordered any more from then on; null: no such end.")


class ProductChannelListingUpdateInput(InputObjectType):
    """All of it happens or none."""

    update_channels = List(NonNull(ProductChannelListingAddInput))
    remove_channels = List(NonNull(ID))


class ProductChannelListingUpdate(Mutation):
    """Show a product in channels or not. What a market requires and the product lacks is listed, all at once.

    For managers of the seller.
    """

    class Arguments:
        id = ID(required=True)
        input = ProductChannelListingUpdateInput(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = errors.GATES
        error_extra = errors.CHANNEL
        known_errors = errors.GATED

    product = Field(Product)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        product = own_product(info, id)
        updated, removed = input.get("update_channels") or [], input.get("remove_channels") or []
        each_once((entry["channel_id"] for entry in updated), field="update_channels")
        each_once(removed, field="remove_channels")
        for entry in updated:
            _update(product, entry)
        for channel_id in removed:
            remove_from_channel(product=product, channel=channel_of_id(channel_id, field="remove_channels"))
        return {"product": product}


_WINDOWS = ("published_at", "published_until", "available_for_purchase_at", "available_for_purchase_until")


def _update(product: ProductRow, entry: Any) -> None:
    channel = channel_of_id(entry["channel_id"], field="channel_id")
    if not entry["is_published"]:
        unpublish_product(product=product, channel=channel)
        return
    present = ListingRow.objects.filter(product=product, channel=channel, is_published=True).first()
    windows = {name: entry[name] if name in entry else getattr(present, name, None) for name in _WINDOWS}
    publish_product(product=product, channel=channel, **windows)
