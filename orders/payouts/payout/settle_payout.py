"""What becomes of a payout: sent, confirmed, rejected, called off. Each once; saying it again changes nothing."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from orders.lifecycle.by import By
from orders.payouts.own_account import BANK
from orders.payouts.pay import payout_done, payout_rejected, payout_returned
from orders.payouts.payout.move_payout import lock_payout, move_payout, note_payout
from orders.payouts.payout.payout import Payout
from orders.payouts.payout.states import PayoutStatus
from orders.payouts.schedule.hold import require_not_held


def mark_payout_sent(*, payout_id: UUID, reference: str, by: By, now: datetime) -> Payout:
    """A person told the bank to pay. Raises ``IllegalPayoutMove``, ``PayoutsHeld``."""
    with transaction.atomic():
        payout = lock_payout(payout_id)
        if payout.status == PayoutStatus.SENT:
            return payout
        require_not_held(payout.seller_id)
        payout.reference = reference
        move_payout(payout, PayoutStatus.SENT, by=by, now=now)
    return payout


def confirm_payout(*, payout_id: UUID, by: By, now: datetime, reference: str = "") -> Payout:
    """The bank has paid: it holds the money no more. Raises ``IllegalPayoutMove``."""
    with transaction.atomic():
        payout = lock_payout(payout_id)
        if payout.status == PayoutStatus.CONFIRMED:
            return payout
        payout.reference = reference or payout.reference
        move_payout(payout, PayoutStatus.CONFIRMED, by=by, now=now)
        payout_done(str(payout.pk), seller_id=payout.seller_id, amount=payout.money, gateway=BANK)
    return payout


def reject_payout(*, payout_id: UUID, by: By, now: datetime, code: str = "", reason: str = "") -> Payout:
    """The bank did not pay, or the money came back: it is payable again. Raises ``IllegalPayoutMove``."""
    with transaction.atomic():
        payout = lock_payout(payout_id)
        if payout.status == PayoutStatus.REJECTED:
            return payout
        had_arrived = payout.status == PayoutStatus.CONFIRMED
        payout.code = code[:40]
        move_payout(payout, PayoutStatus.REJECTED, by=by, now=now, reason=reason)
        if had_arrived:
            payout_returned(
                str(payout.pk), seller_id=payout.seller_id, amount=payout.money, gateway=BANK, key="returned"
            )
        else:
            payout_rejected(str(payout.pk), seller_id=payout.seller_id, amount=payout.money)
    return payout


def cancel_payout(*, payout_id: UUID, by: By, now: datetime, reason: str) -> Payout:
    """Called off before anybody was told to pay. Raises ``IllegalPayoutMove``."""
    with transaction.atomic():
        payout = lock_payout(payout_id)
        if payout.status == PayoutStatus.CANCELED:
            return payout
        move_payout(payout, PayoutStatus.CANCELED, by=by, now=now, reason=reason)
        payout_rejected(str(payout.pk), seller_id=payout.seller_id, amount=payout.money)
    return payout


def note_on_payout(*, payout_id: UUID, by: By, now: datetime, reason: str) -> None:
    """The bank said something that decides nothing yet."""
    with transaction.atomic():
        payout = lock_payout(payout_id)
        note_payout(payout, before=payout.status, by=by, now=now, reason=reason)
