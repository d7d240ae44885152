"""Show a product in a channel, or stop showing it."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from catalog.products.changed import product_changed
from catalog.products.listing import ProductChannelListing
from catalog.products.missing_to_publish import PublishGap, missing_to_publish
from catalog.products.product import Product
from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.channels.models import Channel


class NotPublishable(Refused):
    """The market's requirements are not met; ``gaps`` has all of them."""

    def __init__(self, channel: Channel, gaps: list[PublishGap]) -> None:
        super().__init__(*(Problem(gap.field, gap.code, gap.message, gap.params) for gap in gaps))
        self.channel = channel
        self.gaps = gaps


def publish_product(
    *,
    product: Product,
    channel: Channel,
    published_at: datetime | None = None,
    published_until: datetime | None = None,
    available_for_purchase_at: datetime | None = None,
    available_for_purchase_until: datetime | None = None,
) -> ProductChannelListing:
    """Show the product in the channel from ``published_at`` (now) until ``published_until``, once it is approved.

    Within the window of purchase it may also be ordered. Never publishes what lacks something the market requires:
    raises `NotPublishable` with the whole list, or `Refused` for a window that ends before it starts.
    """
    shown_from = published_at or timezone.now()
    refuse_any(
        [
            *_window_problems("published_until", shown_from, published_until),
            *_window_problems("available_for_purchase_until", available_for_purchase_at, available_for_purchase_until),
        ]
    )
    gaps = _blocking(product, channel)
    if gaps:
        raise NotPublishable(channel, gaps)
    with transaction.atomic():
        listing, _created = ProductChannelListing.objects.update_or_create(
            product=product,
            channel=channel,
            defaults={
                "is_published": True,
                "published_at": shown_from,
                "published_until": published_until,
                "available_for_purchase_at": available_for_purchase_at,
                "available_for_purchase_until": available_for_purchase_until,
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


Standing = Mapping[int, frozenset[str]]
"""By channel, the codes of the requirements that a published product already lacks."""


def standing_gaps(product: Product) -> Standing:
    """What the published product lacks before a change, for `hold_gates` after it: laws come into force meanwhile."""
    return {
        listing.channel_id: frozenset(gap.code for gap in _blocking(product, listing.channel))
        for listing in _published(product)
    }


def hold_gates(product: Product, standing: Standing | None = None) -> None:
    """Refuse, inside the caller's transaction, a change that leaves a published product short of a requirement.

    What it lacked before the change (``standing``) is no reason to refuse another change: the page that publishes it
    says what is missing, and publishing it again needs everything.
    """
    for listing in _published(product):
        known = (standing or {}).get(listing.channel_id, frozenset())
        gaps = [gap for gap in _blocking(product, listing.channel) if gap.code not in known]
        if gaps:
            raise NotPublishable(listing.channel, gaps)


def _published(product: Product) -> QuerySet[ProductChannelListing]:
    return product.channel_listings.filter(is_published=True).select_related("channel")


def _blocking(product: Product, channel: Channel) -> list[PublishGap]:
    return [gap for gap in missing_to_publish(product, channel) if gap.blocking]


def _window_problems(field: str, start: datetime | None, end: datetime | None) -> list[Problem]:
    if start is None or end is None or start < end:
        return []
    return [Problem(field, "INVALID", _("This moment must lie after the beginning."))]
