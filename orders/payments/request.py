"""A stored payment as the value that gateways understand."""

from orders.lifecycle.order import Order
from orders.payments.discovery import gateway_of
from orders.payments.gateway import BankTransferInstructions, PaymentRequest
from orders.payments.payment import Payment, PaymentStatus


def request_for(payment: Payment, *, order: Order) -> PaymentRequest:
    return PaymentRequest(
        payment_id=payment.pk,
        order_number=order.number,
        amount=payment.money,
        due_on=payment.due_at.date(),
        order_id=order.pk,
        reference=payment.reference,
        email=order.email,
        language=order.language,
        channel=order.channel.slug,
    )


def instructions_for(payment: Payment, *, order_number: str) -> BankTransferInstructions | None:
    """What the buyer still has to do for it; nothing once it is paid or over. The amount is what is left of it."""
    if payment.status not in (PaymentStatus.PENDING, PaymentStatus.PARTLY_CHARGED):
        return None
    left = payment.money - payment.charged
    request = PaymentRequest(payment.pk, order_number, left, payment.due_at.date(), payment.order_id, payment.reference)
    return gateway_of(payment.gateway).instructions(request)
