"""Follow a dispute at the provider: the money is gone while it runs, and comes back or doesn't.

Opened: what the provider took lies in DISPUTED. Won: it comes back. Lost: it went to the buyer, so it counts as paid
back for the order's parts, in proportion to what was left of each, and their sellers' earnings and the commission fall
with it; then out of kept credit. What exceeds both (the buyer had been paid back before) is the marketplace's loss.
"""

from datetime import datetime

from i18n.money import Money, sum_money
from marketplace.events.publish import publish
from orders.events import ChargebackClosed, ChargebackOpened
from orders.lifecycle.by import SYSTEM
from orders.lifecycle.order import Order
from orders.lifecycle.order_event import OrderEventType, record
from orders.lifecycle.seller_order import SellerOrder
from orders.payments.chargeback import Chargeback, ChargebackStatus
from orders.payments.credit import spend_credit
from orders.payments.owe_refund import refundable
from orders.payments.payment import Payment
from orders.payments.refund import Refund, RefundReason, RefundStatus
from orders.payments.send_refund import settle_refund
from orders.payments.shares import share_out
from orders.payouts.ledger.account import PROVIDER_FEES, disputed, provider_funds
from orders.payouts.ledger.post import About, Entry, credit, debit, post
from orders.payouts.ledger.transaction import TransactionKind
from orders.payouts.settle_part import settle_part


def open_chargeback(
    payment: Payment,
    *,
    order: Order,
    reference: str,
    amount: Money,
    reason: str = "",
    respond_by: datetime | None = None,
    at: datetime,
) -> Chargeback:
    """The provider took ``amount`` back; once per ``reference``. The caller holds the order's lock."""
    chargeback, is_new = Chargeback.objects.get_or_create(
        reference=reference,
        defaults={
            "payment": payment,
            "currency": amount.currency,
            "amount": amount.amount,
            "reason": reason[:60],
            "respond_by": respond_by,
            "opened_at": at,
        },
    )
    if is_new:
        _post(
            chargeback,
            order,
            TransactionKind.CHARGEBACK_OPENED,
            [debit(disputed(order.pk), amount), credit(provider_funds(payment.gateway), amount)],
        )
        record(OrderEventType.CHARGEBACK_OPENED, order=order, by=SYSTEM)
        publish(ChargebackOpened(chargeback_id=chargeback.pk))
    return chargeback


def close_chargeback(chargeback: Chargeback, *, order: Order, won: bool, at: datetime) -> bool:
    """The provider decided, once; says whether it was news. The caller holds the order's lock."""
    if chargeback.status != ChargebackStatus.OPEN:
        return False
    chargeback.status = ChargebackStatus.WON if won else ChargebackStatus.LOST
    chargeback.closed_at = at
    chargeback.save(update_fields=["status", "closed_at"])
    if won:
        place = provider_funds(chargeback.payment.gateway)
        entries = [debit(place, chargeback.money), credit(disputed(order.pk), chargeback.money)]
        _post(chargeback, order, TransactionKind.CHARGEBACK_WON, entries)
    else:
        _lose(chargeback, order)
    record(OrderEventType.CHARGEBACK_CLOSED, order=order, by=SYSTEM)
    publish(ChargebackClosed(chargeback_id=chargeback.pk))
    return True


def _lose(chargeback: Chargeback, order: Order) -> None:
    parts = list(SellerOrder.objects.filter(order=order).select_related("order").order_by("position"))
    of_parts = sum_money((refundable(part) for part in parts), order.currency)
    most = min(chargeback.money, _left_of(chargeback.payment))
    counted = min(most, of_parts)
    for part, share in share_out(counted, parts, refundable) if counted else ():
        _paid_back(chargeback, order, part, share)
    of_credit = spend_credit(order, most - counted)
    if of_credit:
        _paid_back(chargeback, order, None, of_credit)
    loss = chargeback.money - counted - of_credit
    entries = [debit(PROVIDER_FEES, loss), credit(disputed(order.pk), loss)]
    _post(chargeback, order, TransactionKind.CHARGEBACK_LOST, entries)


def _paid_back(chargeback: Chargeback, order: Order, part: SellerOrder | None, amount: Money) -> None:
    refund = Refund.objects.create(
        order=order,
        seller_order=part,
        payment=chargeback.payment,
        key=f"chargeback:{chargeback.pk}:{part.position if part else 0}",
        currency=order.currency,
        amount=amount.amount,
        reason=RefundReason.CHARGEBACK,
        reference=chargeback.reference,
    )
    if part:
        settle_part(part)
    settle_refund(refund.pk, RefundStatus.DONE, reference=chargeback.reference)


def _left_of(payment: Payment) -> Money:
    """What of a payment neither went back nor is about to, as it was read before."""
    rows = Refund.objects.filter(payment=payment).exclude(status=RefundStatus.DONE)
    left = payment.refundable - sum_money((row.money for row in rows), payment.currency)
    return max(left, Money.zero(payment.currency))


def _post(chargeback: Chargeback, order: Order, kind: TransactionKind, entries: list[Entry]) -> None:
    post(
        kind,
        key=f"{kind.value.lower()}:{chargeback.pk}",
        currency=order.currency,
        entries=entries,
        about=About(order=order, payment=chargeback.payment),
    )
