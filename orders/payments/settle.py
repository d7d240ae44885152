"""Ask the gateway for the money of an order that is already stored.

1. The order and its PENDING payment exist and are committed: no charge can be without its order.
2. The gateway is asked outside any transaction, with a key made of the payment's id: asking twice moves money once.
3. The answer is written down under the order's lock, once. A charge that comes after the order was given up is
   paid back at once.

Whoever dies between 2 and 3 asks again with the same key and hears the same answer.
"""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from orders.locks import lock_order
from orders.payments.charged import record_charge
from orders.payments.discovery import gateway_of
from orders.payments.failed import record_failure
from orders.payments.gateway import Answer, Outcome
from orders.payments.open import note
from orders.payments.payment import Payment, PaymentStatus
from orders.payments.payment_event import PaymentEventType
from orders.payments.request import request_for


def settle_payment(*, payment_id: UUID, data: Mapping[str, str]) -> Payment:
    """Start the payment and, where the gateway can, capture it; returns it as it stands afterwards."""
    payment = Payment.objects.select_related("order").get(pk=payment_id)
    if payment.status != PaymentStatus.PENDING:
        return payment
    gateway = gateway_of(payment.gateway)
    request = request_for(payment, order_number=payment.order.number)
    _record_start(payment, gateway.start(request))
    if gateway.captures_at_once:
        outcome = gateway.capture(request, data=data, key=f"capture:{payment.pk}")
        if not _record_capture(payment, outcome):
            refund = gateway.refund(request, amount=request.amount, key=f"refund-late:{payment.pk}")
            _record_late_refund(payment, outcome, refund)
    return Payment.objects.get(pk=payment_id)


def _record_start(payment: Payment, outcome: Outcome) -> None:
    with transaction.atomic():
        lock_order(payment.order_id)
        if note(payment, PaymentEventType.STARTED, key="start", reference=outcome.reference):
            Payment.objects.filter(pk=payment.pk, reference="").update(reference=outcome.reference)


def _record_capture(payment: Payment, outcome: Outcome) -> bool:
    """Write the answer down once; says no to a charge that nobody waits for any more."""
    with transaction.atomic():
        order = lock_order(payment.order_id)
        current = Payment.objects.get(pk=payment.pk)
        if current.status == PaymentStatus.PENDING and outcome.answer == Answer.DONE:
            record_charge(current, order=order, reference=outcome.reference, key="capture")
        elif current.status == PaymentStatus.PENDING and outcome.answer == Answer.REFUSED:
            record_failure(current, order=order, code=outcome.code)
        return not (current.status == PaymentStatus.FAILED and outcome.answer == Answer.DONE)


def _record_late_refund(payment: Payment, charge: Outcome, refund: Outcome) -> None:
    with transaction.atomic():
        lock_order(payment.order_id)
        note(payment, PaymentEventType.CHARGED, key="capture", reference=charge.reference)
        done = refund.answer == Answer.DONE
        note(
            payment,
            PaymentEventType.REFUNDED if done else PaymentEventType.REFUND_DUE,
            key="refund-late",
            reference=refund.reference,
        )
