"""The buyer's card is good for it: money is reserved, and charged when goods leave."""

from i18n.money import Money
from orders.lifecycle.order import Order
from orders.payments.confirm import confirm_if_paid
from orders.payments.open import note
from orders.payments.payment import Payment, PaymentStatus
from orders.payments.payment_event import PaymentEventType


def record_authorization(payment: Payment, *, order: Order, amount: Money, reference: str, key: str) -> bool:
    """``amount`` is reserved for a pending payment; the sellers may begin. The caller holds the order's lock.

    Says whether it was news: a payment that is charged, or was given up, stays what it is.
    """
    if payment.status not in (PaymentStatus.PENDING, PaymentStatus.AUTHORIZED) or payment.authorized == amount:
        return False
    payment.status = PaymentStatus.AUTHORIZED
    payment.authorized_amount = amount.amount
    payment.reference = payment.reference or reference
    payment.client_data = {}
    payment.save(update_fields=["status", "authorized_amount", "reference", "client_data"])
    note(payment, PaymentEventType.AUTHORIZED, key=key, amount=amount.amount, reference=reference)
    confirm_if_paid(order)
    return True
