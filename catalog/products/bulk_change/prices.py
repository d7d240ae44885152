"""PRICE_PERCENT: given prices and their quantity prices, higher or lower by so many percent.

1. Every given price of the products, in one market or in all, is multiplied and rounded half up to the smallest unit
   of its currency; so are its quantity prices.
2. A price that follows the base price is none of these: it refuses its product, for the base price is what changes it.
3. What would be no price any more (zero, too high, a quantity price that is not lower) refuses its product.

Example: 120.00 EUR with 100.00 from 10 pieces on, by +2.5 percent: 123.00 and 102.50.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from catalog.pricing.derivation import PriceDerivation
from catalog.pricing.locks import lock_listings
from catalog.pricing.price_problems import price_problems, tier_problems
from catalog.pricing.record_prices import record_openings, record_prices
from catalog.pricing.tier import PriceTier
from catalog.products.bulk_change.change import Change, Facts, Line, Row
from catalog.products.listing import VariantChannelListing
from catalog.products.product import Product
from catalog.refusal import Problem
from i18n.messages import gettext_noop as _
from i18n.money import Money

Steps = list[tuple[int, Decimal]]
"""Quantity and price, the price of one piece first."""


def plan(products: Sequence[Product], change: Change, now: datetime) -> list[Row]:
    """A row for each product, with a line for every price."""
    listings = VariantChannelListing.objects.filter(
        variant__product__in=products, variant__archived_at__isnull=True
    ).select_related("variant", "channel")
    if change.channel is not None:
        listings = listings.filter(channel=change.channel)
    found: dict[int, list[VariantChannelListing]] = {product.pk: [] for product in products}
    for listing in listings.order_by("variant__sort_order", "variant_id", "channel_id"):
        found[listing.variant.product_id].append(listing)
    keys = [listing.pk for own in found.values() for listing in own]
    steps = _steps(keys)
    derived = set(PriceDerivation.objects.filter(listing__in=keys).values_list("listing_id", flat=True))
    factor = 1 + (change.percent or 0) / Decimal(100)
    return [_row(product, found[product.pk], steps, derived, factor) for product in products]


def read(products: Sequence[Product], kept: Mapping[int, Facts]) -> dict[int, Facts]:
    """The same listings as they are now; one that is gone, or follows the base price now, has no steps."""
    keys = {int(key) for facts in kept.values() for key in facts["prices"]}
    derived = set(PriceDerivation.objects.filter(listing__in=keys).values_list("listing_id", flat=True))
    steps = _steps(keys - derived)
    return {
        pk: {"prices": {key: _json(steps.get(int(key), [])) for key in facts["prices"]}} for pk, facts in kept.items()
    }


def write(facts: Mapping[int, Facts], now: datetime) -> None:
    """Prices as they are said to be, with the record of what they were."""
    wanted = {int(key): _read(steps) for said in facts.values() for key, steps in said["prices"].items()}
    listings = lock_listings(wanted)
    variants = {listing.variant_id for listing in listings}
    record_openings(variants)
    for listing in listings:
        listing.price_amount = wanted[listing.pk][0][1]
    VariantChannelListing.objects.bulk_update(listings, ["price_amount"])
    tiers = list(PriceTier.objects.filter(listing__in=listings))
    for tier in tiers:
        tier.price_amount = dict(wanted[tier.listing_id]).get(tier.minimum_quantity, tier.price_amount)
    PriceTier.objects.bulk_update(tiers, ["price_amount"])
    record_prices(variants, at=now)


def _row(
    product: Product,
    listings: Sequence[VariantChannelListing],
    steps: Mapping[int, Steps],
    derived: Collection[int],
    factor: Decimal,
) -> Row:
    before: dict[str, list[list[object]]] = {}
    after: dict[str, list[list[object]]] = {}
    lines: list[Line] = []
    problems: list[Problem] = []
    if not listings:
        problems.append(Problem("price", "REQUIRED", _("It has no price there.")))
    for listing in listings:
        old = steps[listing.pk]
        new = [(quantity, Money(amount * factor, listing.currency).quantize().amount) for quantity, amount in old]
        before[str(listing.pk)], after[str(listing.pk)] = _json(old), _json(new)
        lines += _lines(listing, old, new)
        if listing.pk in derived:
            message = _("The price of %(sku)s follows the base price: change that one.")
            problems.append(Problem("price", "INVALID", message, {"sku": listing.variant.sku}))
        problems += price_problems("price", new[0][1], listing.currency)
        problems += tier_problems(new[0][1], new[1:], listing.currency)
    return Row(product, {"prices": before}, {"prices": after}, lines, problems)


def _lines(listing: VariantChannelListing, old: Steps, new: Steps) -> list[Line]:
    return [
        Line(
            Money(before, listing.currency),
            Money(after, listing.currency),
            sku=listing.variant.sku,
            channel=listing.channel.slug,
            minimum_quantity=quantity,
        )
        for (quantity, before), (_same, after) in zip(old, new, strict=True)
    ]


def _steps(listing_ids: Collection[int]) -> dict[int, Steps]:
    rows = VariantChannelListing.objects.filter(pk__in=listing_ids).values_list("pk", "price_amount")
    found: dict[int, Steps] = {pk: [(1, amount)] for pk, amount in rows}
    tiers = PriceTier.objects.filter(listing__in=listing_ids).order_by("listing_id", "minimum_quantity")
    for tier in tiers:
        found[tier.listing_id].append((tier.minimum_quantity, tier.price_amount))
    return found


def _json(steps: Steps) -> list[list[object]]:
    return [[quantity, f"{amount.normalize():f}"] for quantity, amount in steps]


def _read(steps: Sequence[Sequence[object]]) -> Steps:
    return [(int(str(quantity)), Decimal(str(amount))) for quantity, amount in steps]
