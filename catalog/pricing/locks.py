"""The locks of prices. Rows are always taken in primary-key order, so that no two wait in a ring."""

from collections.abc import Iterable

from catalog.products.listing import VariantChannelListing


def lock_listings(listing_ids: Iterable[int]) -> list[VariantChannelListing]:
    """The prices of these listings, held until the transaction ends."""
    rows = VariantChannelListing.objects.select_for_update().filter(pk__in=set(listing_ids))
    return list(rows.order_by("pk"))


def lock_price(variant_id: int, channel_id: int) -> VariantChannelListing | None:
    """The variant's price in the channel, held until the transaction ends."""
    rows = VariantChannelListing.objects.select_for_update()
    return rows.filter(variant_id=variant_id, channel_id=channel_id).first()
