"""A lower price for a time."""

from datetime import datetime, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from catalog.pricing.locks import lock_price
from catalog.pricing.price_problems import price_problems
from catalog.pricing.record_prices import record_openings, record_prices
from catalog.products.changed import product_changed
from catalog.products.listing import VariantChannelListing
from catalog.products.variant import ProductVariant
from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.channels.models import Channel

LATE = timedelta(minutes=5)
"""How far back a beginning may lie: somebody who fills in "now" needs time to press the button."""


def set_sale(
    *,
    variant: ProductVariant,
    channel: Channel,
    price: Decimal,
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
) -> VariantChannelListing:
    """One piece costs ``price`` from ``starts_at`` (now) until ``ends_at`` (until it is ended).

    A sale never begins in the past, for the price before it is the lowest of the thirty days before its beginning; one
    that runs keeps its beginning when its price or end is changed. Raises `Refused`.
    """
    now = timezone.now()
    with transaction.atomic():
        listing = lock_price(variant.pk, channel.pk)
        if listing is None:
            raise Refused(Problem("sale", "INVALID", _("Give the variant a regular price in this market first.")))
        begin = starts_at or now
        refuse_any(_problems(listing, price, begin, ends_at, now))
        record_openings([variant.pk])
        listing.sale_amount, listing.sale_starts_at, listing.sale_ends_at = price, begin, ends_at
        listing.save(update_fields=["sale_amount", "sale_starts_at", "sale_ends_at"])
        record_prices([variant.pk], at=now)
        product_changed(variant.product_id)
    return listing


def end_sale(*, variant: ProductVariant, channel: Channel) -> None:
    """The regular price holds again, or goes on to hold. Without a sale nothing happens."""
    with transaction.atomic():
        listing = lock_price(variant.pk, channel.pk)
        if listing is None or listing.sale_amount is None:
            return
        record_openings([variant.pk])
        VariantChannelListing.objects.filter(pk=listing.pk).update(
            sale_amount=None, sale_starts_at=None, sale_ends_at=None
        )
        record_prices([variant.pk], at=timezone.now())
        product_changed(variant.product_id)


def _problems(
    listing: VariantChannelListing, price: Decimal, begin: datetime, end: datetime | None, now: datetime
) -> list[Problem]:
    problems = price_problems("sale.price", price, listing.currency)
    if price >= listing.price_amount:
        problems.append(Problem("sale.price", "INVALID", _("A sale price is lower than the regular price.")))
    if begin < now - LATE and begin != listing.sale_starts_at:
        problems.append(Problem("sale.starts_at", "INVALID", _("A sale begins now or later.")))
    if end is not None and end <= max(begin, now):
        problems.append(Problem("sale.ends_at", "INVALID", _("A sale ends after it begins, and later than now.")))
    return problems
