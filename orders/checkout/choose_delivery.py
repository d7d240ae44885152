"""Choose how one seller's goods travel."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from marketplace.insert_rows import insert_rows
from orders.checkout.checkout_delivery import CheckoutDelivery
from orders.checkout.hold import touch
from orders.checkout.priced import PricedCheckout
from orders.checkout.totals import price_checkout, with_delivery
from orders.locks import lock_checkout


class NoSuchDelivery(Exception):
    """The seller's goods in this basket cannot travel that way."""

    def __init__(self, seller_id: int, method_id: str) -> None:
        super().__init__(f"no delivery method {method_id!r} for seller {seller_id}")
        self.seller_id = seller_id
        self.method_id = method_id


def choose_delivery(
    *,
    checkout_id: UUID,
    seller_id: int,
    method_id: str,
    now: datetime,
    language: str | None = None,
    known: PricedCheckout | None = None,
) -> PricedCheckout:
    """The basket as it costs then; ``language`` is the reader's, the buyer's own by default.

    ``known`` is what was reckoned of it at this moment in this language: while the basket is still the same, goods are
    not priced and carriers not asked again for every seller's choice.

    Raises ``NoSuchDelivery`` unless the method is offered for these goods to this address now. A transaction around it
    is rolled back as a whole then.
    """
    with transaction.atomic(savepoint=False):
        checkout = lock_checkout(checkout_id)
        priced = price_checkout(checkout, now=now, language=language, known=known)
        offered = {
            method.method_id: method.price.amount
            for group in priced.groups
            if group.seller.pk == seller_id
            for method in group.methods
        }
        if method_id not in offered:
            raise NoSuchDelivery(seller_id, method_id)
        delivery = CheckoutDelivery(
            checkout=checkout, seller_id=seller_id, method_id=method_id, seen_amount=offered[method_id]
        )
        insert_rows([delivery], unique=["checkout", "seller"], update=["method_id", "seen_amount"])
        touch(checkout, now=now, lines=[line.line for line in priced.lines])
        return with_delivery(priced, delivery, now=now)
