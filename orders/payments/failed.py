"""The gateway refused: the order waits for another payment until it expires."""

from orders.lifecycle.by import SYSTEM
from orders.lifecycle.order import Order
from orders.lifecycle.order_event import OrderEventType, record
from orders.payments.open import note
from orders.payments.payment import Payment, PaymentStatus
from orders.payments.payment_event import PaymentEventType


def record_failure(payment: Payment, *, order: Order, code: str, key: str = "capture") -> bool:
    """A payment by which nothing came becomes FAILED; the order keeps its stock. The caller holds the order's lock.

    Says whether it changed anything: money that is there is not undone by a late refusal.
    """
    if payment.status not in (PaymentStatus.PENDING, PaymentStatus.AUTHORIZED):
        return False
    payment.status = PaymentStatus.FAILED
    payment.authorized_amount = 0
    payment.client_data = {}
    payment.save(update_fields=["status", "authorized_amount", "client_data"])
    note(payment, PaymentEventType.FAILED, key=key, code=code)
    record(OrderEventType.PAYMENT_FAILED, order=order, by=SYSTEM)
    return True
