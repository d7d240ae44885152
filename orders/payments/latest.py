"""The payment an order was last paid by, or is being paid by."""

from orders.lifecycle.order import Order
from orders.payments.payment import Payment


def latest_payment(order: Order) -> Payment | None:
    """Nothing where a voucher pays for all of it."""
    return Payment.objects.filter(order=order).select_related("order").order_by("-created_at", "-id").first()
