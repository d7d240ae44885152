"""Which variants can be put into a basket of a channel."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from catalog.models import Product, ProductChannelListing, ProductVariant, VariantChannelListing
from marketplace.channels.models import Channel
from marketplace.written_once import WrittenOnce


def sellable_variants(variant_ids: Iterable[int], *, channel: Channel, now: datetime) -> dict[int, ProductVariant]:
    """Variants by id that the public sees in the channel, that have a price there and may be ordered now."""
    return {variant.pk: variant for variant in _sellable(ids=set(variant_ids), channel=channel.pk, now=now)}


def _rows(ids: Iterable[int], channel: Any, now: datetime) -> "QuerySet[ProductVariant]":
    on_sale = ProductChannelListing.objects.for_purchase(now).filter(product=OuterRef("product"), channel=channel)
    priced = VariantChannelListing.objects.filter(variant=OuterRef("pk"), channel=channel)
    published = Product.objects.published_in(channel, at=now)
    variants = ProductVariant.objects.current().filter(
        Exists(on_sale), Exists(priced), pk__in=ids, product__in=published
    )
    return variants.select_related("product", "seller")


_sellable = WrittenOnce(_rows)
