"""Ask the gateway for the money of an order that is already stored.

1. The order and its PENDING payment exist and are committed: no charge can be without its order.
2. The gateway is asked outside any transaction, with a key made of the payment's id: asking twice moves money once.
3. The answer is written down under the order's lock, once. A charge that comes after the order was given up is kept
   as credit and, where the gateway can, paid back at once.

Whoever dies between 2 and 3 asks again with the same key and hears the same answer.
"""

from collections.abc import Mapping
from uuid import UUID

from marketplace.written_once import WrittenOnce
from orders.payments.discovery import gateway_of
from orders.payments.gateway import Answer
from orders.payments.payment import OPEN_STATES, Payment, PaymentStatus
from orders.payments.request import request_for
from orders.payments.write_outcome import note_start, write_outcome

_payment: WrittenOnce[Payment] = WrittenOnce(
    lambda pk: Payment.objects.filter(pk=pk).select_related("order__channel").order_by()
)


def settle_payment(*, payment_id: UUID, data: Mapping[str, str]) -> Payment:
    """Start the payment and, where the gateway can, capture it; returns it as it stands afterwards."""
    [payment] = _payment(pk=payment_id)
    return settle(payment, data=data)


def settle(payment: Payment, *, data: Mapping[str, str]) -> Payment:
    """The same for one that was just read, with its order."""
    payment_id = payment.pk
    if payment.status != PaymentStatus.PENDING:
        return payment
    order, gateway = payment.order, gateway_of(payment.gateway)
    started = gateway.start(request_for(payment, order=order))
    payment = note_start(payment, started)
    if started.answer in (Answer.DONE, Answer.AUTHORIZED, Answer.REFUSED):
        payment = write_outcome(payment_id=payment_id, outcome=started, key="start")
    if gateway.captures_at_once:
        outcome = gateway.capture(request_for(payment, order=order), data=data, key=f"capture:{payment_id}")
        payment = write_outcome(payment_id=payment_id, outcome=outcome, key="capture")
    return payment


def refresh_payment(*, payment_id: UUID) -> Payment:
    """Ask the provider how an open payment stands: a browser came back and says it was paid, or a message is late."""
    payment = Payment.objects.select_related("order").get(pk=payment_id)
    if payment.status not in OPEN_STATES:
        return payment
    outcome = gateway_of(payment.gateway).inquire(request_for(payment, order=payment.order))
    return write_outcome(payment_id=payment_id, outcome=outcome, key=f"inquired:{outcome.reference}:{outcome.code}")
