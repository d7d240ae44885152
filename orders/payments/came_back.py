"""A buyer's browser came back from a provider's page. What it says is not believed; the provider is asked."""

from uuid import UUID

import structlog

from orders.letters.order_link import order_link
from orders.lifecycle.order import Order
from orders.payments.gateway import GatewayUnavailable
from orders.payments.settle import refresh_payment

log = structlog.get_logger(__name__)


class NoSuchPayment(LookupError):
    """It was forgotten with its order."""


def came_back(*, payment_id: UUID) -> str:
    """Where to go on: the page of the order, which shows how the payment stands by now.

    A provider that cannot be asked at this moment sends a message about it anyhow.
    """
    order = Order.objects.select_related("channel").filter(payments=payment_id).first()
    if order is None:
        raise NoSuchPayment(payment_id)
    try:
        refresh_payment(payment_id=payment_id)
    except GatewayUnavailable:
        log.warning("payment not asked after on return", payment=str(payment_id))
    return order_link(order)
