"""Every row lock of this package, in the one order that all verbs take them.

1. the checkout; 2. the order, which stands for everything below it (its seller orders, lines, allocations,
fulfillments and payments are only changed while it is held); 3. several orders by primary key; 4. the stocks,
locked by ``catalog.stock`` in their own primary-key order. Nobody locks upwards.
"""

from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist

from orders.checkout.checkout import Checkout
from orders.lifecycle.order import Order


class CheckoutNotFound(ObjectDoesNotExist):
    """No checkout has this id (any more)."""

    def __init__(self, checkout_id: UUID) -> None:
        super().__init__(f"there is no checkout {checkout_id}")
        self.checkout_id = checkout_id


def lock_checkout(checkout_id: UUID) -> Checkout:
    """The checkout, held until the transaction ends; raises ``CheckoutNotFound``."""
    checkout = Checkout.objects.select_for_update(of=("self",)).select_related("channel").filter(pk=checkout_id).first()
    if checkout is None:
        raise CheckoutNotFound(checkout_id)
    return checkout


def lock_order(order_id: UUID) -> Order:
    """The order as it is now, and with it everything below it, held until the transaction ends."""
    return Order.objects.select_for_update(of=("self",)).select_related("channel").get(pk=order_id)
