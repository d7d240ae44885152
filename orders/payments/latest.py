"""The payment an order was last paid by, or is being paid by."""

from uuid import UUID

from marketplace.written_once import WrittenOnce
from orders.lifecycle.order import Order
from orders.payments.payment import Payment

_payments: WrittenOnce[Payment] = WrittenOnce(
    lambda order: Payment.objects.filter(order_id=order).order_by("-created_at", "-id")[:1]
)


def payment_of(order_id: UUID) -> Payment | None:
    """Nothing where a voucher pays for all of it."""
    return next(iter(_payments(order=order_id)), None)


def latest_payment(order: Order) -> Payment | None:
    """The same with the order at hand."""
    payment = payment_of(order.pk)
    if payment is not None:
        payment.order = order
    return payment
