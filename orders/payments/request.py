"""A stored payment as the value that gateways understand."""

from orders.payments.discovery import gateway_of
from orders.payments.gateway import BankTransferInstructions, PaymentRequest
from orders.payments.payment import Payment, PaymentStatus


def request_for(payment: Payment, *, order_number: str) -> PaymentRequest:
    return PaymentRequest(payment.pk, order_number, payment.money, payment.due_at.date())


def instructions_for(payment: Payment, *, order_number: str) -> BankTransferInstructions | None:
    """What the buyer still has to do for it; nothing once it is paid or over."""
    if payment.status != PaymentStatus.PENDING:
        return None
    return gateway_of(payment.gateway).instructions(request_for(payment, order_number=order_number))
