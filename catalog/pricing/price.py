"""The one pipeline that says what a variant costs.

1. The variant's listing in the channel; without one it is not sold there and has no entry in the result.
2. The tier of the quantity: the listed price, or the price of the largest tier whose minimum quantity is reached.
3. Tax of the channel's country on the day: the stored price includes it or not, as the channel says.

Example: a chair listed in the Vietnamese channel (prices include tax, 8 %) at 1,080,000 VND with a tier of 972,000 VND
from 10 pieces. Asked for 12: gross 972,000, net 900,000, tax 72,000 VND a piece.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import timezone

from catalog.pricing.tax_rate import TaxRate, tax_rate
from catalog.pricing.taxed_money import TaxedMoney, taxed
from catalog.pricing.tier import PriceTier
from catalog.products.listing import VariantChannelListing
from catalog.products.variant import ProductVariant
from i18n.money import Money
from marketplace.channels.models import Channel


@dataclass(frozen=True, slots=True)
class TierPrice:
    """The price of one piece from ``minimum_quantity`` pieces on."""

    minimum_quantity: int
    price: TaxedMoney


@dataclass(frozen=True, slots=True)
class VariantPrice:
    """What one piece costs at the quantity asked for (1 unless given)."""

    variant_id: int
    price: TaxedMoney
    listed: TaxedMoney
    """The price of one piece without any tier."""
    tiers: tuple[TierPrice, ...]
    """All of them, by rising quantity."""
    tax_rate: Decimal
    tax_basis: str

    @property
    def unit(self) -> Money:
        """What the buyer pays the seller for one piece, tax included."""
        return self.price.gross


def prices_for(
    *,
    variants: Iterable[ProductVariant],
    channel: Channel,
    quantities: Mapping[int, int] | None = None,
    on: date | None = None,
) -> dict[int, VariantPrice]:
    """Prices by variant id in two queries; a variant not sold in the channel has no entry."""
    rate = tax_rate(country=channel.default_country, on=on or timezone.now().date())
    ids = {variant.pk for variant in variants}
    listings = VariantChannelListing.objects.filter(channel=channel, variant_id__in=ids).order_by("variant_id")
    found = {listing.variant_id: listing for listing in listings}
    tiers = _tiers([listing.pk for listing in found.values()])
    wanted = quantities or {}
    return {
        variant_id: _priced(listing, tiers[listing.pk], wanted.get(variant_id, 1), channel, rate)
        for variant_id, listing in found.items()
    }


def _tiers(listing_ids: list[int]) -> dict[int, list[PriceTier]]:
    by_listing: dict[int, list[PriceTier]] = defaultdict(list)
    if listing_ids:
        for tier in PriceTier.objects.filter(listing_id__in=listing_ids).order_by("minimum_quantity"):
            by_listing[tier.listing_id].append(tier)
    return by_listing


def _priced(
    listing: VariantChannelListing, rows: list[PriceTier], quantity: int, channel: Channel, rate: TaxRate
) -> VariantPrice:
    def with_tax(amount: Decimal) -> TaxedMoney:
        return taxed(Money(amount, listing.currency).quantize(), rate.rate, includes_tax=channel.prices_include_tax)

    listed = with_tax(listing.price_amount)
    tiers = tuple(TierPrice(row.minimum_quantity, with_tax(row.price_amount)) for row in rows)
    reached = [tier.price for tier in tiers if tier.minimum_quantity <= quantity]
    return VariantPrice(
        variant_id=listing.variant_id,
        price=reached[-1] if reached else listed,
        listed=listed,
        tiers=tiers,
        tax_rate=rate.rate,
        tax_basis=rate.legal_basis,
    )
