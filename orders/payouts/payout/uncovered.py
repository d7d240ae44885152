"""Which postings to what is payable no payout has paid yet, and which of them have to wait."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from i18n.money import Money
from orders.disputes.held import held_parts
from orders.payments.chargeback import Chargeback, ChargebackStatus
from orders.payouts.ledger.account import seller_payable
from orders.payouts.ledger.transaction import LedgerEntry
from orders.payouts.payout.payout import Payout, PayoutLine
from orders.stored_money import stored


def uncovered(seller_id: int, currency: str) -> QuerySet[LedgerEntry]:
    """Every posting that is in no payout and sets none aside: together they are what is payable."""
    rows = LedgerEntry.objects.filter(account__code=seller_payable(seller_id).code(currency))
    rows = rows.exclude(Exists(PayoutLine.objects.filter(entry=OuterRef("pk"))))
    rows = rows.exclude(Exists(Payout.objects.filter(posting=OuterRef("transaction"))))
    return rows.select_related("transaction").order_by("pk")


def payable_now(entries: Sequence[LedgerEntry]) -> list[LedgerEntry]:
    """Without what parts in dispute, with an open return or a chargeback have earned; what they owe stays in."""
    sums: dict[UUID, Decimal] = defaultdict(Decimal)
    orders: dict[UUID, UUID] = {}
    for entry in entries:
        part = entry.transaction.seller_order_id
        if part is not None:
            sums[part] -= entry.amount
            orders[part] = entry.transaction.order_id or part
    waiting = held_parts(sums) | _charged_back(orders)
    return [entry for entry in entries if not _waits(entry, sums, waiting)]


def total(entries: Sequence[LedgerEntry], currency: str) -> Money:
    return stored(-sum((entry.amount for entry in entries), Decimal(0)), currency)


def _waits(entry: LedgerEntry, sums: dict[UUID, Decimal], waiting: set[UUID]) -> bool:
    part = entry.transaction.seller_order_id
    return part is not None and part in waiting and sums[part] > 0


def _charged_back(orders: dict[UUID, UUID]) -> set[UUID]:
    rows = Chargeback.objects.filter(payment__order__in=set(orders.values()), status=ChargebackStatus.OPEN)
    taken = set(rows.values_list("payment__order_id", flat=True))
    return {part for part, order in orders.items() if order in taken}
