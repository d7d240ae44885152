"""Staff saw a bank transfer arrive."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from i18n.money import Money
from marketplace.accounts.models import User
from orders.lifecycle.by import By, Role
from orders.lifecycle.order import Order
from orders.locks import lock_order
from orders.payments.charged import record_charge
from orders.payments.discovery import gateway_of
from orders.payments.open import NothingToPay, open_payment
from orders.payments.paid import next_instalment
from orders.payments.payment import OPEN_STATES, Payment
from orders.payments.payment_event import PaymentEvent, PaymentEventType
from orders.payments.write_outcome import order_is_alive


class AlreadyPaid(Exception):
    """The order was paid with another transfer: this one has to go back to its sender."""

    def __init__(self, number: str, reference: str) -> None:
        super().__init__(f"{number} is paid already, with {reference!r}")
        self.number = number
        self.reference = reference


def mark_as_paid(*, order_id: UUID, reference: str, by: User, amount: Money | None = None) -> Order:
    """The awaited transfer arrived under the bank's ``reference``: all that is asked for next, or ``amount``.

    Saying it twice with the same reference is saying it once; with another, once everything is paid, ``AlreadyPaid``.
    """
    key = f"received:{reference}"[:160]
    with transaction.atomic():
        order = lock_order(order_id)
        if PaymentEvent.objects.filter(payment__order=order, key=key).exists():
            return order
        payment = _awaited_payment(order)
        arrived = amount or payment.instalment.owed
        record_charge(payment, order=order, amount=arrived, reference=reference, key=key, by=By(Role.STAFF, by))
    return order


def _awaited_payment(order: Order) -> Payment:
    """The open payment of the next instalment; made where the one before it was a transfer too."""
    latest = Payment.objects.filter(order=order).first()
    if latest is None or gateway_of(latest.gateway).captures_at_once or not order_is_alive(order):
        raise NothingToPay(order.number)
    instalment = next_instalment(order)
    if instalment is None:
        charge = PaymentEvent.objects.filter(payment__order=order, type=PaymentEventType.CHARGED).first()
        raise AlreadyPaid(order.number, charge.reference if charge else "")
    payment = Payment.objects.select_related("instalment").filter(instalment=instalment, status__in=OPEN_STATES).first()
    return payment or open_payment(order, gateway_of(latest.gateway), now=timezone.now(), instalment=instalment)
