"""What a variant costs in a channel: a price given, or none any more."""

from collections.abc import Sequence
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from catalog.pricing.derivation import PriceDerivation
from catalog.pricing.locks import lock_price
from catalog.pricing.price_problems import HIGHEST, price_problem, price_problems, tier_problems
from catalog.pricing.record_prices import record_openings, record_prices
from catalog.pricing.tier import PriceTier
from catalog.products.changed import product_changed
from catalog.products.listing import VariantChannelListing
from catalog.products.publish import hold_gates, standing_gaps
from catalog.products.variant import ProductVariant
from catalog.refusal import refuse_any
from marketplace.channels.models import Channel

__all__ = ["HIGHEST", "price_problem", "remove_price", "set_price"]


def set_price(
    *, variant: ProductVariant, channel: Channel, price: Decimal, tiers: Sequence[tuple[int, Decimal]] | None = None
) -> VariantChannelListing:
    """Give the price of one piece and, unless ``tiers`` is ``None``, replace the quantity prices.

    Prices are whole minor units of the channel's currency, so that price times quantity never needs rounding. A larger
    quantity never costs more a piece. A price that was derived is a given one from now on; a sale stays. Raises
    `Refused`.
    """
    currency = channel.currency_code
    refuse_any([*price_problems("price", price, currency), *tier_problems(price, tiers or (), currency)])
    with transaction.atomic():
        lock_price(variant.pk, channel.pk)
        record_openings([variant.pk])
        listing, _created = VariantChannelListing.objects.update_or_create(
            variant=variant, channel=channel, defaults={"price_amount": price, "currency": currency}
        )
        PriceDerivation.objects.filter(listing=listing).delete()
        if tiers is not None:
            replace_tiers(listing, tiers)
        else:
            kept = list(listing.tiers.values_list("minimum_quantity", "price_amount"))
            refuse_any(tier_problems(price, kept, currency))
        record_prices([variant.pk], at=timezone.now())
        product_changed(variant.product_id)
    return listing


def remove_price(*, variant: ProductVariant, channel: Channel) -> None:
    """Stop selling the variant in the channel; refused while the product is published there and has no other price."""
    with transaction.atomic():
        lock_price(variant.pk, channel.pk)
        record_openings([variant.pk])
        standing = standing_gaps(variant.product)
        VariantChannelListing.objects.filter(variant=variant, channel=channel).delete()
        hold_gates(variant.product, standing)
        record_prices([variant.pk], at=timezone.now())
        product_changed(variant.product_id)


def replace_tiers(listing: VariantChannelListing, tiers: Sequence[tuple[int, Decimal]]) -> None:
    """The quantity prices of a listing are these; call it in the transaction of the price."""
    listing.tiers.all().delete()
    PriceTier.objects.bulk_create(
        PriceTier(listing=listing, minimum_quantity=quantity, price_amount=amount) for quantity, amount in tiers
    )
