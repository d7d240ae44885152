"""Write down what became of a transfer or its reversal, once, with its posting."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from i18n.money import Money
from orders.locks import lock_order
from orders.payouts.ledger.account import payout_in_transit, provider_funds, seller_payable
from orders.payouts.ledger.post import About, credit, debit, post
from orders.payouts.ledger.transaction import TransactionKind
from orders.payouts.rail import PayoutAnswer, PayoutOutcome
from orders.payouts.transfers.transfer import PartTransfer, TransferReversal, TransferStatus


def write_transfer(transfer_id: UUID, outcome: PayoutOutcome) -> PartTransfer:
    """DONE: it left the provider's balance. REFUSED: it is the seller's balance again."""
    with transaction.atomic():
        row = _locked(PartTransfer.objects.select_related("seller_order__order", "payment").get(pk=transfer_id))
        if row.status != TransferStatus.DUE or outcome.answer == PayoutAnswer.WAITING:
            return row
        done = outcome.answer == PayoutAnswer.DONE
        _close(row, outcome)
        seller = row.seller_order.seller_id
        post(
            TransactionKind.TRANSFER if done else TransactionKind.PAYOUT_REJECTED,
            key=f"transfer-{'done' if done else 'refused'}:{row.pk}",
            currency=row.currency,
            entries=[
                debit(payout_in_transit(seller), row.money),
                credit(provider_funds(row.payment.gateway) if done else seller_payable(seller), row.money),
            ],
            about=_about(row),
        )
    return row


def write_reversal(reversal_id: UUID, outcome: PayoutOutcome) -> TransferReversal:
    """DONE: it is in the provider's balance again, and the seller owes it no longer. REFUSED: the seller owes it."""
    with transaction.atomic():
        row = TransferReversal.objects.select_related("transfer__seller_order__order", "transfer__payment").get(
            pk=reversal_id
        )
        _locked(row.transfer)
        row.refresh_from_db()
        if row.status != TransferStatus.DUE or outcome.answer == PayoutAnswer.WAITING:
            return row
        _close(row, outcome)
        if outcome.answer == PayoutAnswer.DONE:
            post_reversal(row)
    return row


def post_reversal(row: TransferReversal) -> None:
    transfer = row.transfer
    post(
        TransactionKind.TRANSFER_REVERSED,
        key=f"transfer-reversed:{row.pk}",
        currency=row.currency,
        entries=[
            debit(provider_funds(transfer.payment.gateway), row.money),
            credit(seller_payable(transfer.seller_order.seller_id), row.money),
        ],
        about=_about(transfer),
    )


def reversed_so_far(transfer: PartTransfer) -> Money:
    done = TransferReversal.objects.filter(transfer=transfer, status=TransferStatus.DONE)
    return sum((row.money for row in done), Money.zero(transfer.currency))


def _locked(row: PartTransfer) -> PartTransfer:
    lock_order(row.seller_order.order_id)
    row.refresh_from_db(fields=["status", "reference"])
    return row


def _close(row: PartTransfer | TransferReversal, outcome: PayoutOutcome) -> None:
    done = outcome.answer == PayoutAnswer.DONE
    row.status = TransferStatus.DONE if done else TransferStatus.FAILED
    row.reference, row.code = outcome.reference, outcome.code[:80]
    row.done_at = timezone.now() if done else None
    row.save(update_fields=["status", "reference", "code", "done_at"])


def _about(row: PartTransfer) -> About:
    part = row.seller_order
    return About(order=part.order, seller_order=part, payment=row.payment, payout=str(row.pk))
