"""Send back what is owed, and write down what became of it.

The gateway is asked outside any transaction, with the refund's id as key: asking twice pays back once. Where no machine
can pay back, staff do, and say when they sent it.
"""

from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from marketplace.accounts.models import User
from marketplace.events.publish import publish
from marketplace.events.reactions import outside_transaction
from orders.events import RefundDone, RefundFailed, RefundOwed
from orders.lifecycle.by import SYSTEM, By, Role
from orders.lifecycle.order import Order
from orders.lifecycle.order_event import OrderEventType, record
from orders.lifecycle.seller_order import SellerOrder
from orders.locks import lock_order
from orders.payments.credit import return_to_credit
from orders.payments.discovery import gateway_of
from orders.payments.gateway import Answer
from orders.payments.open import note
from orders.payments.payment import Payment, PaymentStatus
from orders.payments.payment_event import PaymentEventType
from orders.payments.refund import Refund, RefundReason, RefundStatus, require_refund_move
from orders.payments.request import request_for
from orders.payouts.ledger.account import AccountName, buyer_credit, buyer_funds, disputed, provider_funds
from orders.payouts.ledger.post import About, credit, debit, post
from orders.payouts.ledger.transaction import TransactionKind

CREDIT = "buyer_credit"
"""The gateway whose payments came out of credit, and go back there."""


class NoRefundDue(Exception):
    """Nothing is to be paid back for this part of an order."""

    def __init__(self, number: str) -> None:
        super().__init__(f"nothing is to be paid back for {number}")
        self.number = number


@outside_transaction
def send_refund(event: RefundOwed) -> None:
    """Reaction: ask the gateway. Nothing happens where it was asked already; a second delivery asks the same again."""
    refund = Refund.objects.select_related("order", "payment").get(pk=event.refund_id)
    if refund.status != RefundStatus.DUE:
        return
    outcome = gateway_of(refund.payment.gateway).refund(
        request_for(refund.payment, order=refund.order), amount=refund.money, key=refund.gateway_key
    )
    if outcome.answer == Answer.DONE:
        settle_refund(refund.pk, RefundStatus.DONE, reference=outcome.reference)
    elif outcome.answer == Answer.REFUSED:
        settle_refund(refund.pk, RefundStatus.FAILED, reference=outcome.reference, code=outcome.code)
    elif outcome.reference:
        settle_refund(refund.pk, RefundStatus.SENT, reference=outcome.reference)


def mark_refund_sent(*, seller_order_id: UUID, reference: str, by: User) -> SellerOrder:
    """Staff sent by transfer all that is due for the part. Saying it again changes nothing; raises ``NoRefundDue``."""
    seller_order = SellerOrder.objects.select_related("order").get(pk=seller_order_id)
    rows = Refund.objects.filter(seller_order=seller_order)
    if not rows.exists():
        raise NoRefundDue(seller_order.number)
    with transaction.atomic():
        lock_order(seller_order.order_id)
        for refund in rows.filter(status__in=[RefundStatus.DUE, RefundStatus.FAILED]):
            if refund.status == RefundStatus.FAILED:
                retry_refund(refund_id=refund.pk)  # an attempt of its own; done before any gateway could be asked
            settle_refund(refund.pk, RefundStatus.DONE, reference=reference, by=By(Role.STAFF, by))
    return seller_order


def retry_refund(*, refund_id: UUID) -> Refund:
    """Ask the gateway again after it failed, under a new key; raises ``IllegalRefundMove``."""
    with transaction.atomic():
        refund = _locked(refund_id)
        require_refund_move(refund, RefundStatus.DUE)
        refund.status, refund.code, refund.attempt = RefundStatus.DUE, "", refund.attempt + 1
        refund.save(update_fields=["status", "code", "attempt"])
        publish(RefundOwed(refund_id=str(refund.pk)))
    return refund


def settle_refund(
    refund_id: UUID, status: RefundStatus, *, reference: str = "", code: str = "", by: By = SYSTEM
) -> Refund:
    """What became of a refund. The same answer again changes nothing; raises ``IllegalRefundMove``."""
    with transaction.atomic():
        refund = _locked(refund_id)
        if refund.status == status:
            return refund
        require_refund_move(refund, status)
        was_done = refund.status == RefundStatus.DONE
        if refund.status == RefundStatus.FAILED:
            refund.attempt += 1  # sent by hand after all: another attempt, with a posting of its own
        refund.status, refund.code, refund.reference = status, code, reference or refund.reference
        refund.done_at = timezone.now() if status == RefundStatus.DONE else None
        refund.save(update_fields=["status", "code", "reference", "done_at", "attempt"])
        if status == RefundStatus.DONE:
            _done(refund, by)
        elif status == RefundStatus.FAILED:
            _failed(refund, was_done=was_done, by=by)
    return refund


def _locked(refund_id: UUID) -> Refund:
    lock_order(Refund.objects.values_list("order_id", flat=True).get(pk=refund_id))
    return Refund.objects.select_related("order", "payment", "seller_order").get(pk=refund_id)


def _done(refund: Refund, by: By) -> None:
    _move_payment(refund, refund.amount)
    if refund.payment.gateway == CREDIT:
        return_to_credit(refund.payment.reference, refund.money)
    kind = TransactionKind.CHARGEBACK_LOST if refund.reason == RefundReason.CHARGEBACK else TransactionKind.REFUND
    post(
        kind,
        key=f"refund:{refund.gateway_key}",
        currency=refund.currency,
        entries=[debit(_source(refund), refund.money), credit(_place(refund), refund.money)],
        about=About(refund.order, refund.seller_order, refund.payment, refund),
    )
    note(
        refund.payment,
        PaymentEventType.REFUNDED,
        key=f"refunded:{refund.gateway_key}",
        amount=refund.amount,
        reference=refund.reference,
        user=by.user,
    )
    record(OrderEventType.REFUNDED, order=refund.order, seller_order=refund.seller_order, by=by)
    publish(RefundDone(refund_id=str(refund.pk)))


def _failed(refund: Refund, *, was_done: bool, by: By) -> None:
    """The buyer is still owed it. What the provider had paid out and got back lies with it again."""
    if was_done:
        _move_payment(refund, -refund.amount)
        post(
            TransactionKind.REFUND_FAILED,
            key=f"refund-failed:{refund.gateway_key}",
            currency=refund.currency,
            entries=[debit(_place(refund), refund.money), credit(_source(refund), refund.money)],
            about=About(refund.order, refund.seller_order, refund.payment, refund),
        )
    note(
        refund.payment,
        PaymentEventType.REFUND_FAILED,
        key=f"refund-failed:{refund.gateway_key}",
        amount=refund.amount,
        code=refund.code,
    )
    record(OrderEventType.REFUND_FAILED, order=refund.order, seller_order=refund.seller_order, by=by)
    publish(RefundFailed(refund_id=str(refund.pk)))


def _source(refund: Refund) -> AccountName:
    """Whose money it was."""
    return buyer_funds(refund.order_id) if refund.seller_order_id else buyer_credit(refund.order_id)


def _place(refund: Refund) -> AccountName:
    """Where it lay: with the provider, or with the bank that took it back."""
    if refund.reason == RefundReason.CHARGEBACK:
        return disputed(refund.order_id)
    if refund.payment.gateway == CREDIT:
        return buyer_credit(Order.objects.values_list("pk", flat=True).get(number=refund.payment.reference))
    return provider_funds(refund.payment.gateway)


def _move_payment(refund: Refund, amount: Decimal) -> None:
    payment = Payment.objects.get(pk=refund.payment_id)
    payment.refunded_amount = payment.refunded_amount + amount
    if not payment.refundable:
        payment.status = PaymentStatus.REFUNDED
    elif payment.status == PaymentStatus.REFUNDED:
        payment.status = PaymentStatus.CHARGED
    payment.save(update_fields=["refunded_amount", "status"])
