"""Pay an order that is still unpaid: another card, or another way."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from orders.lifecycle.order import Order
from orders.lifecycle.states import OrderStatus
from orders.locks import lock_order
from orders.payments.discovery import available_gateway
from orders.payments.mark_as_paid import NothingToPay
from orders.payments.open import abandon_payment, open_payment
from orders.payments.payment import Payment, PaymentStatus
from orders.payments.settle import settle_payment


def pay_again(*, order_id: UUID, gateway_code: str, data: Mapping[str, str], now: datetime) -> Order:
    """Give up the pending payment, if it is of another gateway, and settle a new one. The order stays the same.

    Raises ``NothingToPay`` when it is paid or given up, ``UnknownGateway``.
    """
    with transaction.atomic():
        order = lock_order(order_id)
        if order.status != OrderStatus.UNPAID:
            raise NothingToPay(order.number)
        gateway = available_gateway(gateway_code, order.currency)
        payment = Payment.objects.filter(order=order, status=PaymentStatus.PENDING).first()
        if payment is None or payment.gateway != gateway.code:
            abandon_payment(order, key="replaced")
            payment = open_payment(order, gateway, now=now)
    settle_payment(payment_id=payment.pk, data=data)
    return Order.objects.select_related("channel").get(pk=order_id)
