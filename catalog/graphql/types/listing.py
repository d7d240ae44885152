"""Listings in the API: for the seller's members and staff."""

from typing import Any

from catalog.graphql.types.price_source import PriceDerivation, PriceRecord, derivations_of, histories_of
from catalog.models import PriceTier as TierRow
from catalog.models import ProductChannelListing as ListingRow
from catalog.models import VariantChannelListing as VariantListingRow
from catalog.pricing.prior_price import prior_prices
from catalog.products.missing_to_publish import PublishGap as Gap
from i18n.graphql.types.money import Money
from i18n.messages import gettext
from i18n.money import Money as Amount
from marketplace.channels.graphql.types.channel import Channel
from marketplace.channels.models import Channel as ChannelRow
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
    attribute,
    batch,
    related,
)


class ProductChannelListing(ObjectType):
    """A product in a channel."""

    class Meta:
        access = SIGNED_IN

    channel = Field(Channel, required=True)
    is_published = Field(Boolean, required=True, description="Its seller wants it shown; the window says when.")
    published_at = Field(DateTime, description="Shown from this moment.")
    published_until = Field(DateTime, description="Not shown any more from this moment.")
    available_for_purchase_at = Field(DateTime)
    available_for_purchase_until = Field(DateTime)
    is_shown_now = Field(Boolean, required=True, description="Published, and within the window of publication.")
    is_available_for_purchase = Field(Boolean, description="Shown, and within the window of purchase.")

    resolve_channel = related("channel")

    @staticmethod
    @batch
    def resolve_is_shown_now(listings: list[ListingRow], info: Any) -> list[bool]:
        return [listing.is_shown(info.context.now) for listing in listings]

    @staticmethod
    @batch
    def resolve_is_available_for_purchase(listings: list[ListingRow], info: Any) -> list[bool]:
        now = info.context.now
        return [listing.is_shown(now) and listing.is_for_purchase(now) for listing in listings]


class ListedTier(ObjectType):
    """A quantity price as it was entered."""

    class Meta:
        access = SIGNED_IN

    minimum_quantity = Field(Int, required=True)
    price = Field(Money, required=True)


class ListedSale(ObjectType):
    """A lower price for a time, as it was entered."""

    class Meta:
        access = SIGNED_IN

    price = Field(Money, required=True)
    starts_at = Field(DateTime, required=True)
    ends_at = Field(DateTime)
    is_running = Field(Boolean, required=True)


class ProductVariantChannelListing(ObjectType):
    """A variant's price in a channel as it is stored."""

    class Meta:
        access = SIGNED_IN

    channel = Field(Channel, required=True)
    price = Field(Money, description="The regular price, given or derived.")
    tiers = Field(NonNull(List(NonNull(ListedTier))))
    sale = Field(ListedSale, description="Running or to come.")
    prior_price = Field(Money, description="With a sale: the lowest price of the 30 days before it begins.")
    derivation = Field(PriceDerivation, description="Null for a price that was given.")
    price_history = Field(NonNull(List(NonNull(PriceRecord))), description="The latest fifty, newest first.")

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

    @staticmethod
    @batch
    def resolve_sale(listings: list[VariantListingRow], info: Any) -> list[dict[str, Any] | None]:
        return [_sale(listing, info.context.now) for listing in listings]

    @staticmethod
    @batch
    def resolve_prior_price(listings: list[VariantListingRow], info: Any) -> list[Amount | None]:
        on_sale = [listing for listing in listings if listing.sale_amount is not None]
        found = {}
        for channel in ChannelRow.objects.filter(pk__in={listing.channel_id for listing in on_sale}):
            own = [listing for listing in on_sale if listing.channel_id == channel.pk]
            found.update(prior_prices(own, channel=channel))
        return [Amount(found[one.pk], one.currency) if one.pk in found else None for one in listings]

    @staticmethod
    @batch
    def resolve_derivation(listings: list[VariantListingRow], info: Any) -> list[Any]:
        return derivations_of(listings)

    @staticmethod
    @batch
    def resolve_price_history(listings: list[VariantListingRow], info: Any) -> list[list[Any]]:
        return histories_of(listings)


def _sale(listing: VariantListingRow, now: Any) -> dict[str, Any] | None:
    if listing.sale_amount is None:
        return None
    return {
        "price": Amount(listing.sale_amount, listing.currency),
        "starts_at": listing.sale_starts_at,
        "ends_at": listing.sale_ends_at,
        "is_running": listing.sale_runs(now),
    }


class PublishGap(ObjectType):
    """Something a market asks for that the product lacks."""

    class Meta:
        access = SIGNED_IN

    field = Field(String, required=True, description="Where it is mended, such as variants.gtin or responsiblePerson.")
    code = Field(String, required=True)
    message = Field(String, required=True, description="In the language of the request.")
    blocking = Field(Boolean, required=True, description="False: advice only.")
    legal_basis = Field(String, required=True)
    is_legal_basis_checked = Field(
        Boolean, required=True, description="Whether the rule was compared with the official text."
    )
    skus = Field(NonNull(List(NonNull(String))), description="The variants that lack it; none: the product does.")

    resolve_is_legal_basis_checked = attribute("is_checked")

    @staticmethod
    @batch
    def resolve_message(gaps: list[Gap], info: Any) -> list[str]:
        return [gettext(info.context.language, gap.message, **gap.params) for gap in gaps]
