"""Pay what is owed next of an order: another card, another way, or the balance after the deposit."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from orders.lifecycle.order import Order
from orders.locks import lock_order
from orders.payments.discovery import available_gateway
from orders.payments.open import NothingToPay, abandon_payment, open_payment
from orders.payments.paid import next_instalment
from orders.payments.payment import OPEN_STATES, Payment
from orders.payments.settle import settle_payment
from orders.payments.write_outcome import order_is_alive


def pay_again(*, order_id: UUID, gateway_code: str, data: Mapping[str, str], now: datetime) -> Order:
    """Give up the open payment of the next instalment, if it is of another gateway, and settle a new one.

    The order stays the same. Raises ``NothingToPay`` when it is paid or given up, ``UnknownGateway``.
    """
    with transaction.atomic():
        order = lock_order(order_id)
        instalment = next_instalment(order)
        if instalment is None or not order_is_alive(order):
            raise NothingToPay(order.number)
        gateway = available_gateway(gateway_code, order.currency, order.channel)
        payment = Payment.objects.filter(instalment=instalment, status__in=OPEN_STATES).first()
        if payment is None or payment.gateway != gateway.code:
            abandon_payment(order, key="replaced", instalment=instalment)
            payment = open_payment(order, gateway, now=now, instalment=instalment)
    settle_payment(payment_id=payment.pk, data=data)
    return Order.objects.select_related("channel").get(pk=order_id)
