"""Show a product in a channel, or stop showing it."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from catalog.products.changed import product_changed
from catalog.products.listing import ProductChannelListing
from catalog.products.missing_to_publish import PublishGap, missing_to_publish
from catalog.products.product import Product
from catalog.refusal import Problem, Refused
from marketplace.channels.models import Channel


class NotPublishable(Refused):
    """The market's requirements are not met; ``gaps`` has all of them."""

    def __init__(self, channel: Channel, gaps: list[PublishGap]) -> None:
        super().__init__(*(Problem(gap.field, gap.code, gap.message) for gap in gaps))
        self.channel = channel
        self.gaps = gaps


def publish_product(
    *,
    product: Product,
    channel: Channel,
    published_at: datetime | None = None,
    available_for_purchase_at: datetime | None = None,
) -> ProductChannelListing:
    """Show the product in the channel from ``published_at`` (now) on, once it is approved.

    Never publishes what lacks something the market requires: raises `NotPublishable` with the whole list.
    """
    gaps = [gap for gap in missing_to_publish(product, channel) if gap.blocking]
    if gaps:
        raise NotPublishable(channel, gaps)
    with transaction.atomic():
        listing, _ = ProductChannelListing.objects.update_or_create(
            product=product,
            channel=channel,
            defaults={
                "is_published": True,
                "published_at": published_at or timezone.now(),
                "available_for_purchase_at": available_for_purchase_at,
            },
        )
        product_changed(product.pk)
    return listing


def unpublish_product(*, product: Product, channel: Channel) -> None:
    """Stop showing the product in the channel; its prices there stay."""
    with transaction.atomic():
        ProductChannelListing.objects.filter(product=product, channel=channel).update(is_published=False)
        product_changed(product.pk)


def remove_from_channel(*, product: Product, channel: Channel) -> None:
    """Forget the product's listing in the channel."""
    with transaction.atomic():
        ProductChannelListing.objects.filter(product=product, channel=channel).delete()
        product_changed(product.pk)


def hold_gates(product: Product) -> None:
    """Refuse, inside the caller's transaction, a change that leaves a published product short of a requirement."""
    for listing in product.channel_listings.filter(is_published=True).select_related("channel"):
        gaps = [gap for gap in missing_to_publish(product, listing.channel) if gap.blocking]
        if gaps:
            raise NotPublishable(listing.channel, gaps)
