"""``undo_entry``: what was decided about an entry was wrong. It is open again, and everything that was written stays.

A match is undone by a row that reverses it, a charge by a posting the other way round, a refund by its failure.
"""

from uuid import UUID

from django.db import transaction

from marketplace.accounts.models import User
from orders.bank_statements.entry import BankEntry, EntryEventType, EntryStatus
from orders.bank_statements.match import BankMatch
from orders.bank_statements.move_entry import lock_entry, move_entry, require_entry_move
from orders.lifecycle.by import By, Role
from orders.locks import lock_order
from orders.payments.payment import Payment
from orders.payments.refund import RefundStatus
from orders.payments.send_refund import retry_refund, settle_refund
from orders.payments.undo_charge import undo_charge


def undo_entry(*, entry_id: UUID, reason: str, by: User) -> BankEntry:
    """Raises ``IllegalEntryMove``, and ``ChargeNotUndone`` when its money went back to the buyer or on meanwhile."""
    with transaction.atomic():
        match = BankMatch.objects.filter(entry_id=entry_id, reverses=None, reversed_by=None).first()
        order = lock_order(match.order_id) if match else None
        entry = lock_entry(entry_id)
        require_entry_move(entry, EntryStatus.OPEN)
        if match is not None and order is not None:
            _reverse(match, By(Role.STAFF, by))
            if match.payment_id:
                payment = Payment.objects.select_related("instalment").get(pk=match.payment_id)
                undo_charge(payment, order=order, amount=match.money, key=match.key, by=By(Role.STAFF, by))
        move_entry(entry, EntryStatus.OPEN, EntryEventType.UNDONE, by=by, note=reason)
    return entry


def _reverse(match: BankMatch, by: By) -> None:
    BankMatch.objects.create(
        entry_id=match.entry_id,
        order_id=match.order_id,
        payment_id=match.payment_id,
        refund_id=match.refund_id,
        currency=match.currency,
        amount=-match.amount,
        reverses=match,
        user=by.user,
    )
    if match.refund_id:
        settle_refund(match.refund_id, RefundStatus.FAILED, code="MATCH_UNDONE", by=by)
        retry_refund(refund_id=match.refund_id)
