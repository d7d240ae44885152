"""What a variant costs in a channel."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from django.db import transaction

from catalog.pricing.tier import PriceTier
from catalog.products.changed import product_changed
from catalog.products.listing import VariantChannelListing
from catalog.products.publish import hold_gates
from catalog.products.variant import ProductVariant
from catalog.refusal import Problem, refuse_any
from i18n.messages import gettext_noop as _
from i18n.money import BrokenMinorUnit, Money
from marketplace.channels.models import Channel

HIGHEST = Decimal(10) ** 13
MOST_TIERS = 10


def set_price(
    *, variant: ProductVariant, channel: Channel, price: Decimal, tiers: Sequence[tuple[int, Decimal]] | None = None
) -> VariantChannelListing:
    """Set the price of one piece and, unless ``tiers`` is ``None``, replace the quantity prices.

    Prices are whole minor units of the channel's currency, so that price times quantity never needs rounding. A larger
    quantity never costs more a piece. Raises `Refused`.
    """
    refuse_any([*_price_problems("price", price, channel), *_tier_problems(price, tiers or (), channel)])
    with transaction.atomic():
        listing, _created = VariantChannelListing.objects.update_or_create(
            variant=variant, channel=channel, defaults={"price_amount": price, "currency": channel.currency_code}
        )
        if tiers is not None:
            listing.tiers.all().delete()
            PriceTier.objects.bulk_create(
                PriceTier(listing=listing, minimum_quantity=quantity, price_amount=amount) for quantity, amount in tiers
            )
        else:
            _refuse_dearer_tiers(listing, price, channel)
        product_changed(variant.product_id)
    return listing


def remove_price(*, variant: ProductVariant, channel: Channel) -> None:
    """Stop selling the variant in the channel; refused while the product is published there and has no other price."""
    with transaction.atomic():
        VariantChannelListing.objects.filter(variant=variant, channel=channel).delete()
        hold_gates(variant.product)
        product_changed(variant.product_id)


def price_problem(price: Decimal, currency: str) -> Problem | None:
    """Why an amount cannot be a price in the currency."""
    if not 0 < price < HIGHEST:
        return Problem("price", "INVALID", _("A price must be above zero and below 10 trillion."))
    try:
        Money(price, currency).minor_units()
    except BrokenMinorUnit:
        message = _("%(amount)s has more decimals than %(currency)s knows.")
        return Problem("price", "INVALID", message, {"amount": str(price), "currency": currency})
    return None


def _price_problems(field: str, price: Decimal, channel: Channel) -> list[Problem]:
    problem = price_problem(price, channel.currency_code)
    return [Problem(field, problem.code, problem.message, problem.params)] if problem else []


def _tier_problems(price: Decimal, tiers: Sequence[tuple[int, Decimal]], channel: Channel) -> list[Problem]:
    problems = [problem for _quantity, amount in tiers for problem in _price_problems("tiers", amount, channel)]
    if len(tiers) > MOST_TIERS:
        problems.append(Problem("tiers", "INVALID", _("At most %(most)s quantity prices."), {"most": MOST_TIERS}))
    steps = [(1, price), *tiers]
    for (quantity, amount), (next_quantity, next_amount) in pairwise(steps):
        if not quantity < next_quantity <= 1_000_000 or next_amount >= amount:
            message = _("Quantities must rise and prices fall: look at the price from %(quantity)s pieces on.")
            problems.append(Problem("tiers", "INVALID", message, {"quantity": next_quantity}))
    return problems


def _refuse_dearer_tiers(listing: VariantChannelListing, price: Decimal, channel: Channel) -> None:
    kept = list(listing.tiers.values_list("minimum_quantity", "price_amount"))
    refuse_any(_tier_problems(price, kept, channel))
