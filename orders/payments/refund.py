"""Pay back what a cancelled part of a paid order cost.

The cancellation writes down what is due; a reaction to it asks the gateway, and staff say when a transfer was sent
where the gateway cannot pay back by itself. All three use one key per part, so nobody is paid back twice.
"""

from uuid import UUID

from django.db import transaction

from i18n.money import Money
from marketplace.accounts.models import User
from orders.events import SellerOrderCanceled
from orders.lifecycle.by import SYSTEM, By, Role
from orders.lifecycle.order_event import OrderEventType, record
from orders.lifecycle.seller_order import SellerOrder
from orders.locks import lock_order
from orders.payments.discovery import gateway_of
from orders.payments.gateway import Answer
from orders.payments.open import note
from orders.payments.payment import Payment, PaymentStatus
from orders.payments.payment_event import PaymentEvent, PaymentEventType
from orders.payments.request import request_for


class NoRefundDue(Exception):
    """Nothing is to be paid back for this part of an order."""

    def __init__(self, number: str) -> None:
        super().__init__(f"nothing is to be paid back for {number}")
        self.number = number


def owe_refund(payment: Payment, seller_order: SellerOrder) -> None:
    """Write down that the part's price is due to the buyer; the caller holds the order's lock."""
    amount = seller_order.total_amount
    if note(payment, PaymentEventType.REFUND_DUE, key=_due_key(seller_order.pk), amount=amount):
        record(OrderEventType.REFUND_DUE, order=seller_order.order, seller_order=seller_order, by=SYSTEM)


def refund_canceled(event: SellerOrderCanceled) -> None:
    """Reaction: ask the gateway to pay back what is due for the part. Nothing happens where nothing is due."""
    seller_order = SellerOrder.objects.select_related("order").get(pk=event.seller_order_id)
    due = _due(seller_order)
    if due is None:
        return
    outcome = gateway_of(due.payment.gateway).refund(
        request_for(due.payment, order_number=seller_order.order.number),
        amount=Money(due.amount, due.payment.currency),
        key=f"refund:{seller_order.pk}",
    )
    if outcome.answer == Answer.DONE:
        _record_refund(seller_order, reference=outcome.reference, by=SYSTEM)


def mark_refund_sent(*, seller_order_id: UUID, reference: str, by: User) -> SellerOrder:
    """Staff sent the money back by transfer. Saying it again changes nothing; raises ``NoRefundDue``."""
    seller_order = SellerOrder.objects.select_related("order").get(pk=seller_order_id)
    if _due(seller_order) is None and not _is_refunded(seller_order):
        raise NoRefundDue(seller_order.number)
    _record_refund(seller_order, reference=reference, by=By(Role.STAFF, by))
    return seller_order


def _due_key(seller_order_id: UUID) -> str:
    return f"refund-due:{seller_order_id}"


def _done_key(seller_order_id: UUID) -> str:
    return f"refunded:{seller_order_id}"


def _is_refunded(seller_order: SellerOrder) -> bool:
    return PaymentEvent.objects.filter(key=_done_key(seller_order.pk)).exists()


def _due(seller_order: SellerOrder) -> PaymentEvent | None:
    if _is_refunded(seller_order):
        return None
    events = PaymentEvent.objects.select_related("payment")
    return events.filter(payment__order=seller_order.order, key=_due_key(seller_order.pk)).first()


def _record_refund(seller_order: SellerOrder, *, reference: str, by: By) -> None:
    with transaction.atomic():
        order = lock_order(seller_order.order_id)
        due = _due(seller_order)
        if due is None:
            return
        payment = due.payment
        note(
            payment,
            PaymentEventType.REFUNDED,
            key=_done_key(seller_order.pk),
            amount=due.amount,
            reference=reference,
            user=by.user,
        )
        payment.refunded_amount += due.amount
        if payment.refunded_amount == payment.amount:
            payment.status = PaymentStatus.REFUNDED
        payment.save(update_fields=["refunded_amount", "status"])
        record(OrderEventType.REFUNDED, order=order, seller_order=seller_order, by=by)
