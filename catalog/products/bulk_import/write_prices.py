"""Prices, quantity prices and base prices of a batch, with the records that a later reduction is measured by."""

from collections.abc import Sequence

from django.utils import timezone

from catalog.pricing.base_price import BasePrice
from catalog.pricing.derivation import PriceDerivation
from catalog.pricing.derive import rederive
from catalog.pricing.record_prices import record_openings, record_prices
from catalog.pricing.tier import PriceTier
from catalog.products.bulk_import.evaluate import Step
from catalog.products.bulk_import.lookups import Lookups
from catalog.products.listing import VariantChannelListing
from catalog.products.variant import ProductVariant


def write_prices(pairs: Sequence[tuple[Step, ProductVariant]], lookups: Lookups) -> None:
    """As `catalog.pricing.set_price.set_price` does for one: a given price is derived no longer, a sale stays."""
    priced = [(step, variant) for step, variant in pairs if step.plan.prices or step.plan.tiers]
    if not priced:
        return
    ids = [variant.pk for _step, variant in priced]
    record_openings(ids)
    currencies = {channel.pk: channel.currency_code for channel in lookups.channels.values()}
    VariantChannelListing.objects.bulk_create(
        [
            VariantChannelListing(
                variant=variant, channel_id=channel, price_amount=amount, currency=currencies[channel]
            )
            for step, variant in priced
            for channel, amount in step.plan.prices.items()
        ],
        update_conflicts=True,
        unique_fields=["variant", "channel"],
        update_fields=["price_amount", "currency"],
    )
    _write_tiers(priced, ids)
    record_prices(ids, at=timezone.now())


def _write_tiers(priced: Sequence[tuple[Step, ProductVariant]], ids: Sequence[int]) -> None:
    listings = VariantChannelListing.objects.filter(variant_id__in=ids).order_by()
    found = {(variant, channel): pk for pk, variant, channel in listings.values_list("pk", "variant_id", "channel_id")}
    touched = [
        found[variant.pk, channel] for step, variant in priced for channel in {**step.plan.prices, **step.plan.tiers}
    ]
    PriceDerivation.objects.filter(listing_id__in=touched).delete()
    tiers = [
        (found[variant.pk, channel], steps) for step, variant in priced for channel, steps in step.plan.tiers.items()
    ]
    if not tiers:
        return
    PriceTier.objects.filter(listing_id__in=[pk for pk, _steps in tiers]).delete()
    PriceTier.objects.bulk_create(
        PriceTier(listing_id=pk, minimum_quantity=quantity, price_amount=amount)
        for pk, steps in tiers
        for quantity, amount in steps
    )


def write_base_prices(pairs: Sequence[tuple[Step, ProductVariant]]) -> None:
    """As `catalog.pricing.set_base_price.set_base_price`, keeping quantity prices: what follows is derived again."""
    given = [(variant, step.plan.base_price) for step, variant in pairs if step.plan.base_price is not None]
    if not given:
        return
    BasePrice.objects.bulk_create(
        [BasePrice(variant=variant, amount=price[0], currency=price[1]) for variant, price in given],
        update_conflicts=True,
        unique_fields=["variant"],
        update_fields=["amount", "currency"],
    )
    following = PriceDerivation.objects.filter(listing__variant__in=[variant for variant, _price in given])
    rederive(list(following.values_list("listing_id", flat=True)), now=timezone.now())
