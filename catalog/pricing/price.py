"""The one pipeline that says what a variant costs: for a list, a product page, a basket, a checkout and an estimate.

1. The variant's listing in the channel; without one it is not sold there and has no entry in the result. A price
   derived from a base price was reckoned and stored before (`catalog.pricing.derive`): nothing is converted here.
2. One piece: the regular price, or the sale price while the sale runs and is the lower one.
3. The quantity: the price of the largest tier whose minimum quantity is reached, if it is lower than one piece costs
   now. A sale does not lower tiers; the buyer has whichever is better.
4. Tax of the channel's country on the day in Việt Nam: the stored price includes it or not, as the channel says.
5. Beside a sale, the price before it: the lowest of the thirty days before it began (`catalog.pricing.prior_price`).

Example: a chair listed in the Vietnamese channel (prices include tax, 8 %) at 1,080,000 VND, with a tier of 972,000 VND
from 10 pieces and a sale at 999,000 VND in the first half of December. On 10 December one piece is 999,000 gross,
925,000 net, 74,000 tax; 12 pieces are 972,000 gross, 900,000 net, 72,000 tax each. The price before is 1,080,000, if
nothing lower was asked since 1 November. Before and after the sale one piece is 1,080,000 again.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from django.utils import timezone

from catalog.pricing.prior_price import prior_prices
from catalog.pricing.tax_rate import TaxRate, tax_rate
from catalog.pricing.taxed_money import TaxedMoney, taxed
from catalog.pricing.tier import PriceTier
from catalog.products.listing import VariantChannelListing
from catalog.products.variant import ProductVariant
from i18n.money import Money
from i18n.today import day_here
from marketplace.channels.models import Channel
from marketplace.written_once import WrittenOnce

_LISTINGS = WrittenOnce(
    lambda channel, variants: VariantChannelListing.objects.filter(
        channel_id=channel, variant_id__in=variants
    ).order_by("variant_id")
)
_TIERS = WrittenOnce(lambda listings: PriceTier.objects.filter(listing_id__in=listings).order_by("minimum_quantity"))


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
    """The price of one piece without any tier, now."""
    undiscounted: TaxedMoney
    """The regular price of one piece."""
    prior: TaxedMoney | None
    """The lowest price of the thirty days before the sale that runs; nothing without a sale or such a price."""
    sale_ends_at: datetime | None
    tiers: tuple[TierPrice, ...]
    """Those that are lower than one piece costs now, by rising quantity."""
    tax_rate: Decimal
    tax_basis: str
    includes_tax: bool
    """Whether prices are shown with tax in this market."""

    @property
    def unit(self) -> Money:
        """What the buyer pays the seller for one piece, tax included."""
        return self.price.gross

    @property
    def on_sale(self) -> bool:
        return self.listed is not self.undiscounted and self.listed.gross < self.undiscounted.gross

    @property
    def discount(self) -> TaxedMoney | None:
        """Regular less present price of one piece."""
        return self.undiscounted - self.listed if self.on_sale else None

    @property
    def discount_prior(self) -> TaxedMoney | None:
        """How much lower than the price before: what may be announced as a reduction; nothing if it isn't lower."""
        if self.prior is None or self.prior.gross <= self.listed.gross:
            return None
        return self.prior - self.listed


def prices_for(
    *,
    variants: Iterable[ProductVariant],
    channel: Channel,
    quantities: Mapping[int, int] | None = None,
    at: datetime | None = None,
) -> dict[int, VariantPrice]:
    """Prices by variant id in two queries, one more while a sale runs; a variant not sold there has no entry."""
    moment = at or timezone.now()
    listings = _LISTINGS(channel=channel.pk, variants={variant.id for variant in variants})
    asked = _Asked(
        moment=moment,
        rate=tax_rate(country=channel.default_country, on=day_here(moment)),
        includes_tax=channel.prices_include_tax,
        tiers=_tiers([listing.id for listing in listings]),
        priors=prior_prices([listing for listing in listings if listing.sale_runs(moment)], channel=channel),
        quantities=quantities or {},
    )
    return {listing.variant_id: _priced(listing, asked) for listing in listings}


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the prices of one call have in common, and what was read for all of them at once."""

    moment: datetime
    rate: TaxRate
    includes_tax: bool
    tiers: Mapping[int, list[PriceTier]]
    priors: Mapping[int, Decimal]
    quantities: Mapping[int, int]
    known: dict[tuple[Decimal, str], TaxedMoney] = field(default_factory=dict)
    """What was reckoned already: the variants of a product mostly cost the same."""

    def taxed(self, amount: Decimal, currency: str) -> TaxedMoney:
        found = self.known.get((amount, currency))
        if found is None:
            price = Money(amount, currency).quantize()
            found = self.known[amount, currency] = taxed(price, self.rate.rate, includes_tax=self.includes_tax)
        return found


def _tiers(listing_ids: list[int]) -> dict[int, list[PriceTier]]:
    by_listing: dict[int, list[PriceTier]] = defaultdict(list)
    for tier in _TIERS(listings=listing_ids):
        by_listing[tier.listing_id].append(tier)
    return by_listing


def _priced(listing: VariantChannelListing, asked: _Asked) -> VariantPrice:
    runs = listing.sale_runs(asked.moment)
    one = (listing.sale_amount if runs else None) or listing.price_amount
    prior = asked.priors.get(listing.id)
    rows = asked.tiers.get(listing.id)
    tiers = _lower(rows, one, listing.currency, asked) if rows else ()
    regular = asked.taxed(listing.price_amount, listing.currency)
    listed = asked.taxed(one, listing.currency) if one != listing.price_amount else regular
    quantity = asked.quantities.get(listing.variant_id, 1)
    reached = [tier.price for tier in tiers if tier.minimum_quantity <= quantity] if tiers else None
    return VariantPrice(
        variant_id=listing.variant_id,
        price=reached[-1] if reached else listed,
        listed=listed,
        undiscounted=regular,
        prior=None if prior is None else asked.taxed(prior, listing.currency),
        sale_ends_at=listing.sale_ends_at if runs else None,
        tiers=tiers,
        tax_rate=asked.rate.rate,
        tax_basis=asked.rate.legal_basis,
        includes_tax=asked.includes_tax,
    )


def _lower(rows: Iterable[PriceTier], one: Decimal, currency: str, asked: _Asked) -> tuple[TierPrice, ...]:
    return tuple(
        TierPrice(row.minimum_quantity, asked.taxed(row.price_amount, currency))
        for row in rows
        if row.price_amount < one
    )
