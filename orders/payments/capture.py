"""Charge what was reserved when goods leave, and let go of it when they never will."""

from uuid import UUID

from django.db import transaction

from marketplace.events.reactions import outside_transaction
from orders.events import AuthorizationReleased, SellerOrderShipped
from orders.lifecycle.seller_order import SellerOrder
from orders.locks import lock_order
from orders.payments.discovery import gateway_of
from orders.payments.open import note
from orders.payments.payment import Payment, PaymentStatus
from orders.payments.payment_event import PaymentEventType
from orders.payments.request import request_for
from orders.payments.write_outcome import write_outcome


@outside_transaction
def capture_shipped(event: SellerOrderShipped) -> None:
    """Reaction: goods left, so what is reserved for the order is charged, once, whichever part left first."""
    order_id = SellerOrder.objects.values_list("order_id", flat=True).get(pk=event.seller_order_id)
    for payment_id in Payment.objects.filter(order=order_id, status=PaymentStatus.AUTHORIZED).values_list("pk"):
        capture_payment(payment_id=payment_id[0])


def capture_payment(*, payment_id: UUID) -> Payment:
    """Charge what is still owed of an authorised payment. The gateway is asked outside any transaction, with a key of
    its own: asking twice charges once."""
    payment = Payment.objects.select_related("order", "instalment").get(pk=payment_id)
    wanted = min(payment.authorized, payment.instalment.owed)
    if payment.status != PaymentStatus.AUTHORIZED or not wanted:
        return payment
    outcome = gateway_of(payment.gateway).capture_authorized(
        request_for(payment, order=payment.order), amount=wanted, key=f"capture-authorized:{payment.pk}"
    )
    return write_outcome(payment_id=payment.pk, outcome=outcome, key="capture-authorized", asked=wanted)


@outside_transaction
def release_authorization(event: AuthorizationReleased) -> None:
    """Reaction: tell the gateway that a payment which was given up is not wanted any more."""
    payment = Payment.objects.select_related("order").get(pk=event.payment_id)
    gateway_of(payment.gateway).void(request_for(payment, order=payment.order), key=f"void:{payment.pk}")
    with transaction.atomic():
        lock_order(payment.order_id)
        note(payment, PaymentEventType.VOIDED, key="void")
