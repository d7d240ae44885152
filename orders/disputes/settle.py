"""A dispute ends: both agree, the buyer lets go of it, or the marketplace decides."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from i18n.money import Money
from orders.disputes.dispute import Dispute
from orders.disputes.move_dispute import Said, lock_dispute, move_dispute
from orders.disputes.open_dispute import require_within
from orders.disputes.states import DisputeStatus
from orders.lifecycle.by import SYSTEM, By
from orders.payments.owe_refund import owe_refund
from orders.payments.refund import RefundReason


class NothingOffered(Exception):
    """The seller's answer offers no refund."""

    def __init__(self, number: str) -> None:
        super().__init__(f"nothing is offered in {number}")
        self.number = number


def accept_offer(*, dispute_id: UUID, by: By, now: datetime) -> Dispute:
    """The buyer takes what the seller offered; it is owed back. Raises ``NothingOffered`` and ``IllegalMove``."""
    with transaction.atomic():
        dispute = lock_dispute(dispute_id)
        offered = dispute.offered
        if offered is None:
            raise NothingOffered(dispute.number)
        _end(dispute, DisputeStatus.SETTLED, offered, by, now)
    return dispute


def withdraw_dispute(*, dispute_id: UUID, by: By, now: datetime) -> Dispute:
    """The buyer lets go of it. Raises ``IllegalMove``."""
    with transaction.atomic():
        dispute = lock_dispute(dispute_id)
        move_dispute(dispute, DisputeStatus.WITHDRAWN, by=by, now=now)
    return dispute


def decide_dispute(*, dispute_id: UUID, refund: Money, said: Said, by: By, now: datetime) -> Dispute:
    """The marketplace decides what goes back, which may be nothing. Raises ``ClaimTooHigh`` and ``IllegalMove``."""
    with transaction.atomic():
        dispute = lock_dispute(dispute_id)
        _end(dispute, DisputeStatus.DECIDED, refund, by, now, said)
    return dispute


def escalate_dispute(*, dispute_id: UUID, said: Said | None, by: By, now: datetime) -> Dispute:
    """The buyer doesn't take the answer: the marketplace decides. Raises ``IllegalMove``."""
    with transaction.atomic():
        dispute = lock_dispute(dispute_id)
        move_dispute(dispute, DisputeStatus.ESCALATED, by=by, now=now, said=said)
    return dispute


def escalate_overdue_disputes(now: datetime, *, limit: int = 200) -> int:
    """The marketplace decides where somebody was silent too long; returns how many. Run periodically."""
    waiting = [DisputeStatus.OPEN, DisputeStatus.ANSWERED]
    overdue = Dispute.objects.filter(status__in=waiting, due_at__lt=now).order_by("due_at", "pk")
    return sum(_escalate(dispute_id, now) for dispute_id in list(overdue.values_list("pk", flat=True)[:limit]))


def _escalate(dispute_id: UUID, now: datetime) -> bool:
    with transaction.atomic():
        dispute = lock_dispute(dispute_id)
        if dispute.due_at is None or dispute.due_at >= now:
            return False  # somebody spoke while this one waited for the lock
        move_dispute(dispute, DisputeStatus.ESCALATED, by=SYSTEM, now=now)
    return True


def _end(dispute: Dispute, to: DisputeStatus, refund: Money, by: By, now: datetime, said: Said | None = None) -> None:
    part = dispute.seller_order
    require_within(part, refund, or_nothing=True)
    dispute.refunded_amount = refund.amount
    move_dispute(dispute, to, by=by, now=now, said=said)
    if refund:
        owe_refund(part, refund, key=f"dispute:{dispute.pk}", reason=RefundReason.DISPUTE, by=by)
