"""Staff saw a bank transfer arrive."""

from uuid import UUID

from django.db import transaction

from marketplace.accounts.models import User
from orders.lifecycle.by import By, Role
from orders.lifecycle.order import Order
from orders.locks import lock_order
from orders.payments.charged import record_charge
from orders.payments.discovery import gateway_of
from orders.payments.payment import Payment, PaymentStatus
from orders.payments.payment_event import PaymentEvent, PaymentEventType


class AlreadyPaid(Exception):
    """The order was paid with another transfer: this one has to go back to its sender."""

    def __init__(self, number: str, reference: str) -> None:
        super().__init__(f"{number} is paid already, with {reference!r}")
        self.number = number
        self.reference = reference


class NothingToPay(Exception):
    """No transfer is awaited for the order: it was given up, or is paid through a gateway that charges by itself."""

    def __init__(self, number: str) -> None:
        super().__init__(f"no transfer is awaited for {number}")
        self.number = number


def mark_as_paid(*, order_id: UUID, reference: str, by: User) -> Order:
    """The awaited transfer arrived under the bank's ``reference``.

    Saying it twice with the same reference is saying it once; with another, ``AlreadyPaid``.
    """
    key = f"received:{reference}"[:120]
    with transaction.atomic():
        order = lock_order(order_id)
        if PaymentEvent.objects.filter(payment__order=order, key=key).exists():
            return order
        payment = _awaited_payment(order)
        record_charge(payment, order=order, reference=reference, key=key, by=By(Role.STAFF, by), user=by)
    return order


def _awaited_payment(order: Order) -> Payment:
    payment = Payment.objects.filter(order=order).exclude(status=PaymentStatus.FAILED).first()
    if payment is None or gateway_of(payment.gateway).captures_at_once:
        raise NothingToPay(order.number)
    if payment.status != PaymentStatus.PENDING:
        charge = payment.events.filter(type=PaymentEventType.CHARGED).first()
        raise AlreadyPaid(order.number, charge.reference if charge else "")
    return payment
