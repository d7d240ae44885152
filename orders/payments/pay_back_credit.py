"""Send kept credit back to its buyer."""

from uuid import UUID

from django.db import transaction

from i18n.money import Money
from marketplace.events.publish import publish
from orders.events import RefundOwed
from orders.lifecycle.order import Order
from orders.locks import lock_order
from orders.payments.credit import lock_credit, spend_credit
from orders.payments.owe_refund import owe_from_payments
from orders.payments.refund import Refund, RefundReason


class NoCredit(Exception):
    """Nothing is kept for the buyer of this order, or less than is wanted."""

    def __init__(self, number: str, available: Money) -> None:
        super().__init__(f"{available} is kept for {number}")
        self.number = number
        self.available = available


def pay_back_credit(*, order_id: UUID) -> list[Refund]:
    """Owe all that is left of the credit; a reaction asks the gateways. Raises ``NoCredit``."""
    with transaction.atomic():
        order = lock_order(order_id)
        rows = owe_credit(order)
        if not rows:
            raise NoCredit(order.number, Money.zero(order.currency))
    return rows


def owe_credit(order: Order) -> list[Refund]:
    """The same under the order's lock; nothing where nothing is kept."""
    kept = lock_credit(order.pk)
    if kept is None or not kept.available:
        return []
    key = f"overpaid:{kept.returned_amount:f}"
    amount, zero = spend_credit(order, kept.available), Money.zero(kept.currency)
    rows = owe_from_payments(order, None, amount, freight=zero, key=key, reason=RefundReason.OVERPAID)
    for row in rows:
        publish(RefundOwed(refund_id=str(row.pk)))
    return rows
