"""Write down what Stripe keeps of every charge, dispute and payout, from its own list of what moved.

Buyers' refunds don't bring fees back, won disputes do: both are entries of that list, and each is posted once, by its
name there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from django.db import transaction

from i18n.money import Money
from orders.payments.gateway import GatewayUnavailable
from orders.payouts.ledger.transaction import LedgerTransaction, TransactionKind
from orders.payouts.provider_money import record_fee
from orders.stripe_api.amounts import from_stripe
from orders.stripe_api.client import ask, is_configured

log = structlog.get_logger(__name__)
STRIPE = "stripe"
OVERLAP = timedelta(days=2)
"""How far back is looked again: the list may grow late."""
FARTHEST = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Fee:
    key: str
    amount: Money


def record_fees(*, now: datetime) -> int:
    """How many of them were new. Run periodically; a provider that cannot be reached is asked the next time."""
    if not is_configured():
        return 0
    try:
        fees = list(fees_since(_since(now)))
    except GatewayUnavailable:
        log.warning("fees could not be listed")
        return 0
    return sum(_record(fee) for fee in fees)


def fees_since(moment: datetime) -> Iterator[Fee]:
    wanted: Any = {"created": {"gte": int(moment.timestamp())}, "limit": 100}
    for row in ask(lambda client: list(client.v1.balance_transactions.list(wanted).auto_paging_iter())):
        if row.fee:
            yield Fee(row.id, from_stripe(row.fee, row.currency))


def _since(now: datetime) -> datetime:
    fees = LedgerTransaction.objects.filter(kind=TransactionKind.FEE, key__startswith=f"fee:{STRIPE}:")
    newest = fees.order_by("-at").values_list("at", flat=True).first()
    return max(newest - OVERLAP, now - FARTHEST) if newest else now - FARTHEST


def _record(fee: Fee) -> bool:
    known = LedgerTransaction.objects.filter(key=f"fee:{STRIPE}:{fee.key}").exists()
    if not known:
        with transaction.atomic():
            record_fee(STRIPE, fee.amount, key=fee.key)
    return not known
