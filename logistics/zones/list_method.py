"""``list_method``: what a delivery method costs in markets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from catalog.refusal import Problem, refuse_any
from i18n.messages import gettext_noop as _
from i18n.money import Money
from logistics.zones.locks import lock_zone
from logistics.zones.method import ShippingMethod
from logistics.zones.method_listing import MethodListing
from marketplace.channels.models import Channel

MOST_AMOUNT = Decimal(10) ** 12
AMOUNTS = {
    "price": "price",
    "minimum": "minimum_order_price",
    "maximum": "maximum_order_price",
    "free_from": "free_from",
}
"""Our names, and what the input calls them."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Amounts are of the channel's currency."""

    channel: Channel
    price: Decimal
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    free_from: Decimal | None = None


def list_method(
    *, method: ShippingMethod, listings: Sequence[Listing], removed: Sequence[Channel] = ()
) -> ShippingMethod:
    """Channels that are not named stay as they are. Raises `Refused`."""
    with transaction.atomic():
        lock_zone(method.zone_id)
        refuse_any(_problems(method, listings))
        method.listings.filter(channel__in=removed).delete()
        for each in listings:
            MethodListing.objects.update_or_create(
                method=method,
                channel=each.channel,
                defaults={
                    "price_amount": each.price,
                    "minimum_order_amount": each.minimum,  # type: ignore[misc]  # these three columns take null
                    "maximum_order_amount": each.maximum,
                    "free_from_amount": each.free_from,
                },
            )
    return method


def _problems(method: ShippingMethod, listings: Sequence[Listing]) -> Iterator[Problem]:
    served = set(method.zone.channels.values_list("pk", flat=True))
    for index, each in enumerate(listings):
        if each.channel.pk not in served:
            message = _("The delivery zone does not serve this market.")
            yield Problem("channel_id", "INVALID", message, index=index)
        for name, field in AMOUNTS.items():
            amount = getattr(each, name)
            if amount is not None and not _is_payable(amount, each.channel):
                message = _("This is not an amount of the market's currency.")
                yield Problem(field, "INVALID", message, index=index)
        if each.minimum is not None and each.maximum is not None and each.minimum > each.maximum:
            message = _("The most cannot be less than the least.")
            yield Problem("maximum_order_price", "INVALID", message, index=index)


def _is_payable(amount: Decimal, channel: Channel) -> bool:
    if not 0 <= amount <= MOST_AMOUNT:
        return False
    money = Money(amount, channel.currency_code)
    return money.quantize() == money
