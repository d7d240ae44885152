"""Choose how one seller's goods travel."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from orders.checkout.checkout_delivery import CheckoutDelivery
from orders.checkout.hold import touch
from orders.checkout.priced import PricedCheckout
from orders.checkout.totals import price_checkout, with_deliveries
from orders.locks import lock_checkout


class NoSuchDelivery(Exception):
    """The seller's goods in this basket cannot travel that way."""

    def __init__(self, seller_id: int, method_id: str) -> None:
        super().__init__(f"no delivery method {method_id!r} for seller {seller_id}")
        self.seller_id = seller_id
        self.method_id = method_id


def choose_delivery(
    *, checkout_id: UUID, seller_id: int, method_id: str, now: datetime, language: str | None = None
) -> PricedCheckout:
    """The basket as it costs then; ``language`` is the reader's, the buyer's own by default.

    Raises ``NoSuchDelivery`` unless the method is offered for these goods to this address now.
    """
    with transaction.atomic():
        checkout = lock_checkout(checkout_id)
        priced = price_checkout(checkout, now=now, language=language)
        offered = {
            method.method_id: method.price.amount
            for group in priced.groups
            if group.seller.pk == seller_id
            for method in group.methods
        }
        if method_id not in offered:
            raise NoSuchDelivery(seller_id, method_id)
        CheckoutDelivery.objects.bulk_create(
            [
                CheckoutDelivery(
                    checkout=checkout, seller_id=seller_id, method_id=method_id, seen_amount=offered[method_id]
                )
            ],
            update_conflicts=True,
            unique_fields=["checkout", "seller"],
            update_fields=["method_id", "seen_amount"],
        )
        touch(checkout, now=now)
        return with_deliveries(priced, now=now)
