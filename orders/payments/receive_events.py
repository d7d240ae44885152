"""Believe what a provider tells us, once each.

1. A message that was heard before, by the provider's own number, changes nothing.
2. The object it is about is looked for by our id, then by the provider's; what is nobody's here is remembered as
   unknown: other systems may share the account.
3. Under the order's lock it is compared with what is known. Amounts are the object's own state: only what is beyond
   the known is new, so that messages may come twice, late or in any order, and between two answers of our own calls.
4. What the provider says wins over what a browser or we ourselves thought.
"""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from i18n.money import sum_money
from marketplace.events.event import Event
from marketplace.events.publish import publish
from orders.events import GatewayAccountUpdated, GatewayTransferReversed
from orders.lifecycle.order import Order
from orders.lifecycle.seller_order import SellerOrder
from orders.locks import lock_order
from orders.payments.authorized import record_authorization
from orders.payments.chargeback import Chargeback
from orders.payments.chargebacks import close_chargeback, open_chargeback
from orders.payments.failed import record_failure
from orders.payments.gateway_event import (
    AccountUpdated,
    Authorized,
    Charged,
    DisputeClosed,
    DisputeOpened,
    Failed,
    GatewayEvent,
    PaymentEventOf,
    Refunded,
    RefundFailed,
    TransferReversed,
)
from orders.payments.gateway_notice import GatewayNotice, NoticeResult
from orders.payments.owe_refund import refundable
from orders.payments.payment import Payment
from orders.payments.refund import Refund, RefundReason, RefundStatus
from orders.payments.send_refund import settle_refund
from orders.payments.shares import share_out
from orders.payments.write_outcome import charge_up_to
from orders.payouts.settle_part import settle_part


def receive_events(*, gateway: str, events: Sequence[GatewayEvent]) -> list[NoticeResult]:
    """What became of each. Every one in a transaction of its own, so that one that fails is sent again by itself."""
    return [_receive(gateway, event) for event in events]


def _receive(gateway: str, event: GatewayEvent) -> NoticeResult:
    with transaction.atomic():
        payment = _payment_of(gateway, event) if isinstance(event, PaymentEventOf) else None
        order = lock_order(payment.order_id) if payment else None
        known = GatewayNotice.objects.filter(gateway=gateway, event_id=event.event_id[:140]).first()
        if known is not None and known.result != NoticeResult.UNKNOWN:
            return NoticeResult.UNCHANGED
        result = _apply(gateway, event, payment, order)
        GatewayNotice.objects.update_or_create(
            gateway=gateway,
            event_id=event.event_id[:140],
            defaults={
                "type": type(event).__name__,
                "reference": event.reference[:140],
                "result": result,
                "happened_at": event.at,
            },
        )
    return result


def _payment_of(gateway: str, event: PaymentEventOf) -> Payment | None:
    payments = Payment.objects.filter(gateway=gateway)
    if event.payment_id is not None:
        return payments.filter(pk=event.payment_id).first()
    reference = getattr(event, "payment_reference", "") or event.reference
    return payments.filter(reference=reference).first() if reference else None


def _apply(gateway: str, event: GatewayEvent, payment: Payment | None, order: Order | None) -> NoticeResult:
    if isinstance(event, TransferReversed | AccountUpdated):
        publish(_passed_on(gateway, event))
        return NoticeResult.APPLIED
    if payment is None or order is None:
        return NoticeResult.UNKNOWN
    payment.refresh_from_db()
    changed = _APPLY[type(event)](event, payment, order)
    return NoticeResult.APPLIED if changed else NoticeResult.UNCHANGED


def _passed_on(gateway: str, event: TransferReversed | AccountUpdated) -> Event:
    if isinstance(event, TransferReversed):
        amount = event.amount
        return GatewayTransferReversed(gateway, event.reference, f"{amount.amount:f}", amount.currency)
    return GatewayAccountUpdated(gateway, event.reference, event.can_receive, event.can_pay_out, event.missing)


def _charged(event: Charged, payment: Payment, order: Order) -> bool:
    return charge_up_to(payment, order=order, total=event.amount, reference=event.reference)


def _authorized(event: Authorized, payment: Payment, order: Order) -> bool:
    return record_authorization(
        payment, order=order, amount=event.amount, reference=event.reference, key=f"authorized:{event.event_id}"
    )


def _failed(event: Failed, payment: Payment, order: Order) -> bool:
    return record_failure(payment, order=order, code=event.code, key=f"failed:{event.event_id}")


def _refunded(event: Refunded, payment: Payment, order: Order) -> bool:
    rows = _refunds_of(event, payment)
    if not rows:
        return _refund_of_theirs(event, payment, order)
    waiting = [row for row in rows if row.status != RefundStatus.DONE]
    for row in waiting:
        settle_refund(row.pk, RefundStatus.DONE, reference=event.reference)
    return bool(waiting)


def _refund_failed(event: RefundFailed, payment: Payment, order: Order) -> bool:
    failed = [row for row in _refunds_of(event, payment) if row.status != RefundStatus.FAILED]
    for row in failed:
        settle_refund(row.pk, RefundStatus.FAILED, reference=event.reference, code=event.code)
    return bool(failed)


def _refunds_of(event: Refunded | RefundFailed, payment: Payment) -> list[Refund]:
    rows = Refund.objects.filter(payment=payment)
    by_id: UUID | None = event.refund_id
    return list(rows.filter(pk=by_id) if by_id is not None else rows.filter(reference=event.reference))


def _refund_of_theirs(event: Refunded, payment: Payment, order: Order) -> bool:
    """Somebody paid back in the provider's own desk: it counts for the parts in proportion to what is left of each."""
    parts = list(SellerOrder.objects.filter(order=order).select_related("order").order_by("position"))
    counted = min(event.amount, payment.refundable, sum_money((refundable(part) for part in parts), order.currency))
    for part, share in share_out(counted, parts, refundable) if counted else ():
        refund = Refund.objects.create(
            order=order,
            seller_order=part,
            payment=payment,
            key=f"provider:{event.reference}:{part.position}"[:120],
            currency=order.currency,
            amount=share.amount,
            reason=RefundReason.PROVIDER,
            reference=event.reference,
        )
        settle_part(part)
        settle_refund(refund.pk, RefundStatus.DONE, reference=event.reference)
    return bool(counted)


def _dispute_opened(event: DisputeOpened, payment: Payment, order: Order) -> bool:
    before = Chargeback.objects.filter(reference=event.reference).exists()
    open_chargeback(
        payment,
        order=order,
        reference=event.reference,
        amount=event.amount,
        reason=event.reason,
        respond_by=event.respond_by,
        at=event.at,
    )
    return not before


def _dispute_closed(event: DisputeClosed, payment: Payment, order: Order) -> bool:
    """A dispute whose opening wasn't heard yet is opened first; that message will then be old news."""
    chargeback = open_chargeback(
        payment, order=order, reference=event.reference, amount=event.amount, reason=event.reason, at=event.at
    )
    return close_chargeback(chargeback, order=order, won=event.won, at=event.at)


_APPLY: dict[type[GatewayEvent], Callable[[Any, Payment, Order], bool]] = {
    Charged: _charged,
    Authorized: _authorized,
    Failed: _failed,
    Refunded: _refunded,
    RefundFailed: _refund_failed,
    DisputeOpened: _dispute_opened,
    DisputeClosed: _dispute_closed,
}
