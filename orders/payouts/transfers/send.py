"""Do what was planned: ask the provider outside any transaction, with the row's id as key, and write its answer down.

A transfer goes before its reversals. A provider that cannot be reached is asked again later, with the same id; one that
refuses a transfer leaves the money with the marketplace, as the seller's balance: for another rail, or another day.
"""

from datetime import datetime, timedelta

import structlog
from django.utils import timezone

from marketplace.due import is_due
from orders.payouts.discovery import rail_of
from orders.payouts.rail import PayoutAnswer, PayoutOutcome, PayoutRequest, RailUnavailable
from orders.payouts.transfers.answer import write_reversal, write_transfer
from orders.payouts.transfers.plan import PROVIDERS, payee_of
from orders.payouts.transfers.transfer import PartTransfer, TransferReversal, TransferStatus

log = structlog.get_logger(__name__)
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=2)


def send_transfers(*, now: datetime, limit: int = 50) -> int:
    """How many transfers and reversals were answered. Run periodically."""
    turn = is_due("due_at", now, longest=LONGEST_PAUSE)
    transfers = PartTransfer.objects.filter(turn, status=TransferStatus.DUE)
    rows = transfers.select_related("seller_order__order", "payment").order_by("created_at")[:limit]
    sent = sum(_pay(row) for row in list(rows))
    due = TransferReversal.objects.filter(turn, status=TransferStatus.DUE)
    backwards = due.exclude(transfer__status=TransferStatus.DUE).select_related("transfer").order_by("created_at")
    return sent + sum(_reverse(row) for row in list(backwards[:limit]))


def _pay(row: PartTransfer) -> bool:
    _begin(row)
    found = payee_of(row.seller_order, PROVIDERS[row.rail])
    if found is None:
        write_transfer(row.pk, PayoutOutcome(PayoutAnswer.REFUSED, code="ACCOUNT_MISSING"))
        return True
    request = PayoutRequest(
        payout_id=row.pk,
        payee=found[0],
        amount=row.money,
        group=row.seller_order.order.number,
        source=row.payment.reference,
        description=row.seller_order.number,
    )
    try:
        outcome = rail_of(row.rail).pay(request)
    except RailUnavailable:
        log.warning("transfer put off", transfer=str(row.pk), attempts=row.attempts)
        return False
    write_transfer(row.pk, outcome)
    return True


def _reverse(row: TransferReversal) -> bool:
    _begin(row)
    transfer = row.transfer
    if transfer.status == TransferStatus.FAILED:
        write_reversal(row.pk, PayoutOutcome(PayoutAnswer.REFUSED, code="NEVER_TRANSFERRED"))
        return True
    try:
        outcome = rail_of(transfer.rail).reverse(transfer.reference, amount=row.money, reversal_id=row.pk)
    except RailUnavailable:
        log.warning("reversal put off", reversal=str(row.pk), attempts=row.attempts)
        return False
    write_reversal(row.pk, outcome)
    return True


def _begin(row: PartTransfer | TransferReversal) -> None:
    """Whoever dies now is followed by another attempt with the same id."""
    row.attempts += 1
    row.due_at = timezone.now() + min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(row.attempts - 1, 10))
    row.save(update_fields=["attempts", "due_at"])
