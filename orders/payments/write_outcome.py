"""Write down what a gateway answered about a payment, under the order's lock, once."""

from uuid import UUID

from django.db import transaction

from i18n.money import Money
from marketplace.written_once import WrittenOnce
from orders.lifecycle.order import Order
from orders.locks import lock_order
from orders.payments.authorized import record_authorization
from orders.payments.charged import record_charge
from orders.payments.discovery import gateway_of
from orders.payments.failed import record_failure
from orders.payments.gateway import Answer, Outcome
from orders.payments.open import note
from orders.payments.pay_back_credit import owe_credit
from orders.payments.payment import Payment, PaymentStatus
from orders.payments.payment_event import PaymentEventType

_payment: WrittenOnce[Payment] = WrittenOnce(lambda pk: Payment.objects.filter(pk=pk).order_by())


def write_outcome(*, payment_id: UUID, outcome: Outcome, key: str, asked: Money | None = None) -> Payment:
    """The payment as it is afterwards. An amount in the answer is all that was charged so far, so that an answer and
    the provider's own message about the same charge count once, whichever comes first."""
    with transaction.atomic():
        payment = Payment.objects.select_related("instalment").get(pk=payment_id)
        order = lock_order(payment.order_id)
        payment.refresh_from_db()
        match outcome.answer:
            case Answer.DONE:
                total = outcome.amount or asked or payment.money
                charge_up_to(payment, order=order, total=total, reference=outcome.reference)
            case Answer.AUTHORIZED:
                reserved = outcome.amount or payment.money
                record_authorization(
                    payment, order=order, amount=reserved, reference=outcome.reference, key=f"authorized:{key}"
                )
            case Answer.REFUSED:
                record_failure(payment, order=order, code=outcome.code, key=key)
            case Answer.NEEDS_ACTION | Answer.WAITING:
                _remember(payment, outcome)
    return payment


def charge_up_to(payment: Payment, *, order: Order, total: Money, reference: str) -> bool:
    """The provider says that ``total`` was charged by this payment so far: record what is new of it.

    What an order that charges by itself doesn't want any more goes straight back.
    """
    new = total - payment.charged
    if new.amount <= 0:
        return False
    record_charge(payment, order=order, amount=new, reference=reference, key=f"charged-to:{total.amount:f}")
    if gateway_of(payment.gateway).captures_at_once or not order_is_alive(order):
        owe_credit(order)
    return True


def order_is_alive(order: Order) -> bool:
    return order.seller_orders.exclude(status="CANCELED").exists()


def note_start(started: Payment, outcome: Outcome) -> Payment:
    """What the gateway calls the payment it was told of; returns it as it is under the order's lock."""
    with transaction.atomic():
        lock_order(started.order_id)
        [payment] = _payment(pk=started.pk)
        note(payment, PaymentEventType.STARTED, key="start", reference=outcome.reference)
        _remember(payment, outcome)
    return payment


def _remember(payment: Payment, outcome: Outcome) -> None:
    if payment.status != PaymentStatus.PENDING:
        return
    payment.reference = payment.reference or outcome.reference
    payment.client_data = dict(outcome.client_data) or payment.client_data
    payment.save(update_fields=["reference", "client_data"])
