"""Write down that an instalment is to be paid. No gateway is spoken to here."""

from datetime import datetime
from decimal import Decimal

from i18n.money import Money
from marketplace.accounts.models import User
from marketplace.events.publish import publish
from marketplace.insert_rows import insert_rows
from marketplace.written_once import WrittenOnce
from orders.events import AuthorizationReleased
from orders.lifecycle.order import Order
from orders.payments.gateway import Gateway
from orders.payments.instalment import Instalment, InstalmentKind
from orders.payments.paid import next_instalment
from orders.payments.payment import OPEN_STATES, Payment, PaymentStatus
from orders.payments.payment_event import PaymentEvent, PaymentEventType

_noted: WrittenOnce[tuple[int]] = WrittenOnce(
    lambda payment, key: PaymentEvent.objects.filter(payment_id=payment, key=key).order_by().values_list("pk")
)


class NothingToPay(Exception):
    """Nothing is owed for the order, or it was given up, or it is paid through a gateway that charges by itself."""

    def __init__(self, number: str) -> None:
        super().__init__(f"nothing is to be paid for {number}")
        self.number = number


def open_payment(order: Order, gateway: Gateway, *, now: datetime, instalment: Instalment | None = None) -> Payment:
    """A PENDING payment for what is owed of an instalment, the next one unless told otherwise; under the order's lock.

    There is at most one payment of an instalment by which money may still come (the database sees to it), and the time
    to pay the first one always counts from the placing of the order: trying again doesn't hold stock for longer.
    Raises ``NothingToPay``.
    """
    asked = instalment or next_instalment(order)
    if asked is None or not asked.owed:
        raise NothingToPay(order.number)
    agreed = asked.due_at if asked.position > 1 or asked.kind == InstalmentKind.NET else None
    due_at = agreed or order.created_at + gateway.pays_within
    payment = Payment(
        order=order,
        instalment=asked,
        gateway=gateway.code,
        currency=order.currency,
        amount=asked.owed.amount,
        due_at=due_at,
        created_at=now,
    )
    insert_rows([payment])
    if asked.position == 1 and not agreed and due_at > order.payment_due_at:
        order.payment_due_at = due_at
        order.save(update_fields=["payment_due_at"])
    return payment


def abandon_payment(order: Order, *, key: str, instalment: Instalment | None = None) -> None:
    """Nobody waits for the open payments of the order, or of one instalment, any more; under the order's lock.

    What was charged of them stays charged. What was reserved is let go of by a reaction.
    """
    payments = Payment.objects.filter(order=order, status__in=OPEN_STATES)
    for payment in payments.filter(instalment=instalment) if instalment else payments:
        close_payment(payment, key=key)


def close_payment(payment: Payment, *, key: str) -> None:
    """No more money is asked for by this payment."""
    had_begun = payment.authorized_amount or payment.status == PaymentStatus.PENDING
    payment.status = PaymentStatus.CHARGED if payment.charged_amount else PaymentStatus.FAILED
    payment.amount = payment.charged_amount or payment.amount
    payment.authorized_amount = 0
    payment.client_data = {}
    payment.save(update_fields=["status", "amount", "authorized_amount", "client_data"])
    note(payment, PaymentEventType.ABANDONED, key=key)
    if had_begun:
        publish(AuthorizationReleased(payment_id=str(payment.pk)))


def ask_for_less(order: Order, *, key: str) -> None:
    """Bring the open payments into step with instalments that were lowered; under the order's lock."""
    for payment in Payment.objects.filter(order=order, status__in=OPEN_STATES).select_related("instalment"):
        owed: Money = payment.instalment.owed
        if not owed:
            close_payment(payment, key=key)
        elif payment.charged + owed < payment.money:
            payment.amount = (payment.charged + owed).amount
            payment.save(update_fields=["amount"])
            note(payment, PaymentEventType.LOWERED, key=f"lowered:{key}", amount=payment.amount)


def note(
    payment: Payment,
    type: PaymentEventType,
    *,
    key: str,
    amount: Decimal | None = None,
    reference: str = "",
    code: str = "",
    user: User | None = None,
) -> bool:
    """Add a line to the payment's history, once per ``key``; says whether it is new. Under the order's lock."""
    if _noted(payment=payment.pk, key=key[:160]):
        return False
    event = PaymentEvent(
        payment=payment,
        key=key[:160],
        type=type,
        amount=payment.amount if amount is None else amount,
        reference=reference,
        code=code,
        user=user,
    )
    insert_rows([event])
    return True
