"""Move a payout along the table of states, with the row that says who, when and why, and tell the books."""

from datetime import datetime
from uuid import UUID

from marketplace.events.publish import publish
from orders.events import PayoutMoved
from orders.lifecycle.by import By
from orders.payouts.payout.payout import Payout, PayoutEvent
from orders.payouts.payout.states import PayoutStatus, require_payout_move


def lock_payout(payout_id: UUID) -> Payout:
    """The payout as it is now, held until the transaction ends. Payouts are locked before ledger accounts."""
    return Payout.objects.select_for_update(of=("self",)).select_related("seller").get(pk=payout_id)


def move_payout(payout: Payout, to: PayoutStatus, *, by: By, now: datetime, reason: str = "") -> None:
    """The caller holds the payout's lock. Raises ``IllegalPayoutMove`` and changes nothing."""
    require_payout_move(payout.number, payout.status, to)
    before, payout.status = payout.status, to
    payout.save()
    note_payout(payout, before=before, by=by, now=now, reason=reason)


def note_payout(payout: Payout, *, before: str, by: By, now: datetime, reason: str = "") -> None:
    """What became of a payout, or what was heard of it while it stays as it is."""
    PayoutEvent.objects.create(
        payout=payout, before=before, status=payout.status, at=now, role=by.role, user=by.user, reason=reason[:500]
    )
    if before != payout.status:
        publish(PayoutMoved(payout_id=str(payout.pk), status=payout.status))
