"""Every row lock of this package, in the one order that all verbs take them.

0. the quote, then the buyer's terms of paying later; 1. the checkout; 2. the voucher that a basket uses; 3. the order,
which stands for everything below it (its seller orders, lines, allocations, fulfillments, payments, returns and
disputes are only changed while it is held); 4. several orders by primary key; 5. the stocks, locked by
``catalog.stock`` in their own primary-key order. Nobody locks upwards.
"""

from collections.abc import Iterable
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist

from marketplace.observability.work import bind
from marketplace.written_once import WrittenOnce
from orders.checkout.checkout import Checkout
from orders.lifecycle.order import Order
from orders.quotes.quote import Quote
from orders.vouchers.voucher import Voucher

_checkout: WrittenOnce[Checkout] = WrittenOnce(
    lambda pk: Checkout.objects.select_for_update(of=("self",)).select_related("channel").filter(pk=pk)
)
_order: WrittenOnce[Order] = WrittenOnce(
    lambda pk: Order.objects.select_for_update(of=("self",)).select_related("channel").filter(pk=pk).order_by()
)


class CheckoutNotFound(ObjectDoesNotExist):
    """No checkout has this id (any more)."""

    def __init__(self, checkout_id: UUID) -> None:
        super().__init__(f"there is no checkout {checkout_id}")
        self.checkout_id = checkout_id


def lock_checkout(checkout_id: UUID) -> Checkout:
    """The checkout, held until the transaction ends; raises ``CheckoutNotFound``."""
    found = _checkout(pk=UUID(str(checkout_id)))
    if not found:
        raise CheckoutNotFound(checkout_id)
    return found[0]


def lock_voucher_of(code: str) -> None:
    """The voucher with this code, if there is one, held until the transaction ends: its uses are counted under it."""
    list(Voucher.objects.select_for_update(of=("self",)).filter(codes__code=code).values_list("pk", flat=True))


def lock_order(order_id: UUID) -> Order:
    """The order as it is now, and with it everything below it, held until the transaction ends.

    What is logged from here on says its number.
    """
    found = _order(pk=UUID(str(order_id)))
    if not found:
        raise Order.DoesNotExist(f"there is no order {order_id}")
    order = found[0]
    bind(order=order.number)
    return order


def lock_orders(order_ids: Iterable[UUID]) -> list[Order]:
    """Several orders, and with each everything below it, in primary-key order, held until the transaction ends."""
    rows = Order.objects.select_for_update(of=("self",)).select_related("channel").filter(pk__in=set(order_ids))
    return list(rows.order_by("pk"))


def lock_quote(quote_id: UUID) -> Quote:
    """The quote as it is now, with its request, held until the transaction ends."""
    rows = Quote.objects.select_for_update(of=("self",)).select_related("request__channel", "request__user", "seller")
    return rows.get(pk=quote_id)
