"""One choice for the goods of all sellers, for clients that know one delivery per basket.

1. The goods of one seller: every method that is offered is a choice.
2. Goods of several: the cheapest method of every seller together is one choice, the fastest of every seller another.

Whatever is chosen is stored per seller, as if the buyer had chosen for each of them.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from i18n.messages import gettext_noop as _
from i18n.money import Money, sum_money
from logistics.rates.rate import Rate
from orders.checkout.checkout import Checkout
from orders.checkout.choose_delivery import NoSuchDelivery, choose_delivery
from orders.checkout.priced import PricedCheckout, PricedGroup
from orders.checkout.totals import price_checkout
from orders.locks import lock_checkout

CHEAPEST = _("The cheapest delivery from every seller")
FASTEST = _("The fastest delivery from every seller")
CHOSEN = _("As chosen for every seller")


@dataclass(frozen=True, slots=True)
class CombinedDelivery:
    """``rates`` by seller; ``title`` is a message id."""

    rates: Mapping[int, Rate]
    title: str

    @property
    def key(self) -> str:
        """The same for the same methods, whoever asks and when, and short however many sellers there are."""
        methods = ";".join(f"{seller}={rate.method_id}" for seller, rate in sorted(self.rates.items()))
        return hashlib.sha256(methods.encode()).hexdigest()[:32]

    @property
    def price(self) -> Money:
        prices = [rate.price for rate in self.rates.values()]
        return sum_money(prices, prices[0].currency)

    @property
    def minimum_days(self) -> int:
        """Until everything is there, at best."""
        return max(rate.min_days for rate in self.rates.values())

    @property
    def maximum_days(self) -> int:
        return max(rate.max_days for rate in self.rates.values())


def combined_deliveries(priced: PricedCheckout) -> list[CombinedDelivery]:
    """Cheapest first; none where some goods cannot be delivered, or before there is an address."""
    groups = _travelling(priced.groups)
    if not groups or not all(group.methods for group in groups):
        return []
    if len(groups) == 1:
        seller = groups[0].seller.pk
        return [CombinedDelivery({seller: rate}, rate.title) for rate in groups[0].methods]
    cheapest = CombinedDelivery({group.seller.pk: _cheapest(group.methods) for group in groups}, CHEAPEST)
    fastest = CombinedDelivery({group.seller.pk: _fastest(group.methods) for group in groups}, FASTEST)
    return [cheapest] if cheapest.key == fastest.key else [cheapest, fastest]


def chosen_delivery(priced: PricedCheckout) -> CombinedDelivery | None:
    """What is chosen, once it is for the goods of every seller."""
    groups = _travelling(priced.groups)
    rates = {group.seller.pk: group.method for group in groups if group.method}
    if not rates or len(rates) < len(groups):
        return None
    chosen = CombinedDelivery(rates, next(iter(rates.values())).title if len(rates) == 1 else CHOSEN)
    offered = {delivery.key: delivery for delivery in combined_deliveries(priced)}
    return offered.get(chosen.key, chosen)


def choose_combined(*, checkout_id: UUID, key: str, now: datetime) -> Checkout:
    """Store the method of every seller, or none. Raises ``NoSuchDelivery`` for what is not offered now."""
    with transaction.atomic():
        checkout = lock_checkout(checkout_id)
        priced = price_checkout(checkout, now=now)
        chosen = next((offer for offer in combined_deliveries(priced) if offer.key == key), None)
        if chosen is None:
            raise NoSuchDelivery(0, key[:100])
        for seller_id, rate in sorted(chosen.rates.items()):
            priced = choose_delivery(
                checkout_id=checkout_id, seller_id=seller_id, method_id=rate.method_id, now=now, known=priced
            )
    return checkout


def _travelling(groups: Sequence[PricedGroup]) -> list[PricedGroup]:
    """Goods that are no longer sold travel nowhere."""
    return [group for group in groups if any(line.price for line in group.lines)]


def _cheapest(methods: Sequence[Rate]) -> Rate:
    return min(methods, key=lambda rate: (rate.price.amount, rate.max_days, rate.method_id))


def _fastest(methods: Sequence[Rate]) -> Rate:
    return min(methods, key=lambda rate: (rate.max_days, rate.min_days, rate.price.amount, rate.method_id))
