"""Money has arrived: the sellers may begin."""

from marketplace.accounts.models import User
from marketplace.events.publish import publish
from orders.events import OrderPaid
from orders.lifecycle.by import SYSTEM, By
from orders.lifecycle.move import move, update_order_status
from orders.lifecycle.order import Order
from orders.lifecycle.order_event import OrderEventType, record
from orders.lifecycle.seller_order import SellerOrder
from orders.lifecycle.states import SellerOrderStatus
from orders.payments.open import note
from orders.payments.payment import Payment, PaymentStatus
from orders.payments.payment_event import PaymentEventType


def record_charge(
    payment: Payment, *, order: Order, reference: str, key: str, by: By = SYSTEM, user: User | None = None
) -> None:
    """A pending payment becomes CHARGED and every waiting part CONFIRMED; the caller holds the order's lock."""
    payment.status = PaymentStatus.CHARGED
    payment.reference = payment.reference or reference
    payment.save(update_fields=["status", "reference"])
    note(payment, PaymentEventType.CHARGED, key=key, reference=reference, user=user)
    record(OrderEventType.PAID, order=order, by=by)
    waiting = SellerOrder.objects.filter(order=order, status=SellerOrderStatus.AWAITING_PAYMENT)
    for seller_order in waiting.select_related("order").order_by("position"):
        move(seller_order, SellerOrderStatus.CONFIRMED, by=SYSTEM)
    update_order_status(order)
    publish(OrderPaid(order_id=str(order.pk)))
