"""The gateway refused: the order waits for another payment until it expires."""

from orders.lifecycle.by import SYSTEM
from orders.lifecycle.order import Order
from orders.lifecycle.order_event import OrderEventType, record
from orders.payments.open import note
from orders.payments.payment import Payment, PaymentStatus
from orders.payments.payment_event import PaymentEventType


def record_failure(payment: Payment, *, order: Order, code: str) -> None:
    """A pending payment becomes FAILED; the order keeps its stock. The caller holds the order's lock."""
    payment.status = PaymentStatus.FAILED
    payment.save(update_fields=["status"])
    note(payment, PaymentEventType.FAILED, key="capture", code=code)
    record(OrderEventType.PAYMENT_FAILED, order=order, by=SYSTEM)
