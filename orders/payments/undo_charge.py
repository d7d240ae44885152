"""A charge was written down by mistake: the transfer was for something else.

1. What the charge had left over as credit goes first, then the instalments from the last one back, and the parts in
   proportion to what was charged for them: what remains is what would be there had the charge never come.
2. What sellers had earned of it is taken back (``settle_part``), and the charge is posted the other way round.
3. Parts that are confirmed and not begun wait for their payment again, with a week to pay. What is being packed goes
   on, and cannot be shipped before the money is there (``paid.require_paid_for_shipping``).
"""

from datetime import timedelta

from django.utils import timezone

from i18n.money import Money, sum_money
from orders.lifecycle.by import By
from orders.lifecycle.move import move, update_order_status
from orders.lifecycle.order import Order
from orders.lifecycle.order_event import OrderEventType, record
from orders.lifecycle.seller_order import SellerOrder
from orders.lifecycle.states import SellerOrderStatus
from orders.payments.credit import BuyerCredit
from orders.payments.instalment import Instalment
from orders.payments.open import note
from orders.payments.owe_refund import refundable
from orders.payments.paid import is_paid
from orders.payments.payment import OPEN_STATES, Payment, PaymentStatus
from orders.payments.payment_event import PaymentEventType
from orders.payments.refund import Refund
from orders.payments.shares import share_out
from orders.payouts.ledger.account import buyer_credit, buyer_funds, provider_funds
from orders.payouts.ledger.post import About, credit, debit, post
from orders.payouts.ledger.transaction import TransactionKind
from orders.payouts.settle_part import settle_part

TIME_TO_PAY = timedelta(days=7)


class ChargeNotUndone(Exception):
    """The money is not there any more as a charge: it went back to the buyer, or was used. Nothing was changed."""

    def __init__(self, number: str, wanted: Money, possible: Money) -> None:
        super().__init__(f"{wanted} of {number} cannot be undone, {possible} can")
        self.number = number
        self.wanted = wanted
        self.possible = possible


def undo_charge(payment: Payment, *, order: Order, amount: Money, key: str, by: By) -> None:
    """Take back what ``record_charge`` wrote under ``key``, once; the caller holds the order's lock.

    Raises ``ChargeNotUndone``.
    """
    parts = list(SellerOrder.objects.filter(order=order).select_related("order").order_by("position"))
    kept = BuyerCredit.objects.filter(order=order).first()
    surplus = min(kept.available, amount) if kept else Money.zero(order.currency)
    applied = amount - surplus
    _require(payment, order, amount, applied, parts)
    undone = note(payment, PaymentEventType.CHARGE_UNDONE, key=f"undone:{key}", amount=amount.amount, user=by.user)
    if not undone:
        return
    if kept is not None and surplus:
        kept.amount = (kept.available + _spent(kept) - surplus).amount
        kept.save(update_fields=["amount"])
    _take_from_parts(applied, parts)
    _take_from_instalments(payment, order, applied)
    _reopen(payment, amount)
    for part in parts:  # first what was earned goes back to the buyer's money, then that money goes
        settle_part(part)
    _post(payment, order, key, applied, surplus)
    record(OrderEventType.CHARGE_UNDONE, order=order, by=by)
    _wait_again(order, by)


def _require(payment: Payment, order: Order, amount: Money, applied: Money, parts: list[SellerOrder]) -> None:
    """Neither the payment nor the parts may be left with less than what went back of them."""
    owed_back = sum_money((row.money for row in Refund.objects.filter(payment=payment)), order.currency)
    of_payment = payment.charged - owed_back
    of_parts = sum_money((refundable(part) for part in parts), order.currency)
    if amount > of_payment or applied > of_parts:
        raise ChargeNotUndone(order.number, amount, min(of_payment, of_parts))


def _spent(kept: BuyerCredit) -> Money:
    return Money(kept.used_amount + kept.returned_amount, kept.currency).quantize()


def _take_from_parts(applied: Money, parts: list[SellerOrder]) -> None:
    if not applied:
        return
    for part, share in share_out(applied, parts, refundable):
        part.charged_amount = part.charged_amount - share.amount
        part.save(update_fields=["charged_amount"])


def _take_from_instalments(payment: Payment, order: Order, applied: Money) -> None:
    left = applied
    rows = list(Instalment.objects.filter(order=order).order_by("position"))
    for row in sorted(rows, key=lambda row: (row.pk == payment.instalment_id, -row.position)):
        share = min(left, row.charged)
        if share:
            row.charged_amount = (row.charged - share).amount
            row.save(update_fields=["charged_amount"])
            left = left - share
    if left:
        raise ValueError(f"the instalments of {order.number} lack {left} of what was charged for its parts")


def _reopen(payment: Payment, amount: Money) -> None:
    """Money is awaited by it again, unless another payment of its instalment took its place."""
    payment.charged_amount = (payment.charged - amount).amount
    instalment = Instalment.objects.get(pk=payment.instalment_id)
    replaced = Payment.objects.filter(instalment=instalment, status__in=OPEN_STATES).exclude(pk=payment.pk).exists()
    if replaced or not instalment.owed:
        payment.status = PaymentStatus.CHARGED if payment.charged_amount else PaymentStatus.FAILED
    else:
        payment.status = PaymentStatus.PARTLY_CHARGED if payment.charged_amount else PaymentStatus.PENDING
        payment.amount = (payment.charged + instalment.owed).amount
        payment.due_at = max(payment.due_at, timezone.now() + TIME_TO_PAY)
    payment.save(update_fields=["charged_amount", "status", "amount", "due_at"])


def _post(payment: Payment, order: Order, key: str, applied: Money, surplus: Money) -> None:
    post(
        TransactionKind.CHARGE_UNDONE,
        key=f"charge-undone:{payment.pk}:{key}"[:160],
        currency=order.currency,
        entries=[
            debit(buyer_funds(order.pk), applied),
            debit(buyer_credit(order.pk), surplus),
            credit(provider_funds(payment.gateway), applied + surplus),
        ],
        about=About(order=order, payment=payment),
    )


def _wait_again(order: Order, by: By) -> None:
    if is_paid(order):
        return
    order.payment_due_at = max(order.payment_due_at, timezone.now() + TIME_TO_PAY)
    order.save(update_fields=["payment_due_at"])
    parts = SellerOrder.objects.filter(order=order).exclude(status=SellerOrderStatus.CANCELED)
    if parts.exclude(status__in=[SellerOrderStatus.AWAITING_PAYMENT, SellerOrderStatus.CONFIRMED]).exists():
        return
    for part in parts.filter(status=SellerOrderStatus.CONFIRMED).select_related("order").order_by("position"):
        move(part, SellerOrderStatus.AWAITING_PAYMENT, by=by)
    update_order_status(order)
