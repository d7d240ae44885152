"""Listings in the API: for the seller's members and staff."""

from typing import Any

from catalog.models import PriceTier as TierRow
from catalog.models import VariantChannelListing as VariantListingRow
from catalog.products.missing_to_publish import PublishGap as Gap
from i18n.graphql.types.money import Money
from i18n.messages import gettext
from i18n.money import Money as Amount
from marketplace.channels.graphql.types.channel import Channel
from marketplace.graphql import (
    SIGNED_IN,
    Boolean,
    DateTime,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    related,
)


class ProductChannelListing(ObjectType):
    """A product in a channel."""

    class Meta:
        access = SIGNED_IN

    channel = Field(Channel, required=True)
    is_published = Field(Boolean, required=True)
    published_at = Field(DateTime)
    available_for_purchase_at = Field(DateTime)

    resolve_channel = related("channel")


class ListedTier(ObjectType):
    """A quantity price as it was entered."""

    class Meta:
        access = SIGNED_IN

    minimum_quantity = Field(Int, required=True)
    price = Field(Money, required=True)


class ProductVariantChannelListing(ObjectType):
    """A variant's price in a channel as it was entered."""

    class Meta:
        access = SIGNED_IN

    channel = Field(Channel, required=True)
    price = Field(Money)
    tiers = Field(NonNull(List(NonNull(ListedTier))))

    resolve_channel = related("channel")

    @staticmethod
    @batch
    def resolve_tiers(listings: list[VariantListingRow], info: Any) -> list[list[dict[str, Any]]]:
        tiers: dict[int, list[dict[str, Any]]] = {listing.pk: [] for listing in listings}
        currency = {listing.pk: listing.currency for listing in listings}
        for row in TierRow.objects.filter(listing_id__in=tiers).order_by("minimum_quantity"):
            price = Amount(row.price_amount, currency[row.listing_id])
            tiers[row.listing_id].append({"minimum_quantity": row.minimum_quantity, "price": price})
        return [tiers[listing.pk] for listing in listings]


class PublishGap(ObjectType):
    """Something a market asks for that the product lacks."""

    class Meta:
        access = SIGNED_IN

    field = Field(String, required=True)
    code = Field(String, required=True)
    message = Field(String, required=True, description="In the language of the request.")
    blocking = Field(Boolean, required=True, description="False: advice only.")
    legal_basis = Field(String, required=True)

    @staticmethod
    @batch
    def resolve_message(gaps: list[Gap], info: Any) -> list[str]:
        return [gettext(info.context.language, gap.message) for gap in gaps]
