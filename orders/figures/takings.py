"""What became of the money in these days, read from the ledger alone: each posting counts on the day it was made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, QuerySet, Sum

from i18n.money import Money
from orders.figures.scope import Scope
from orders.payouts.ledger.account import AccountKind as K
from orders.payouts.ledger.transaction import LedgerEntry
from orders.payouts.ledger.transaction import TransactionKind as T
from orders.stored_money import stored

_TAKEN: Mapping[str, str] = {
    K.COMMISSION: "commission",
    K.COMMISSION_TAX: "commission_tax",
    K.TAX_WITHHELD: "tax_withheld",
    K.PROVIDER_FEES: "provider_fees",
}
_COSTS = (K.PROVIDER_FEES,)
_GIVEN_BACK: Mapping[str, int] = {T.REFUND: 1, T.CHARGEBACK_LOST: 1, T.REFUND_FAILED: -1}
_PAID_OUT = (T.PAYOUT_STARTED, T.PAYOUT_REJECTED, T.TRANSFER, T.TRANSFER_REVERSED)


@dataclass(slots=True)
class Takings:
    """All above zero: taken from the seller, given back to buyers, sent to the seller."""

    currency: str
    amounts: dict[str, Money] = field(default_factory=dict)

    def of(self, name: str) -> Money:
        return self.amounts.get(name, Money.zero(self.currency))

    def add(self, name: str, amount: Money) -> None:
        self.amounts[name] = self.of(name) + amount


def takings_by_currency(scope: Scope) -> dict[str, Takings]:
    """Three statements at most. A payout belongs to no market: where one was asked for, payouts are left out."""
    found: dict[str, Takings] = {}
    entries = _entries(scope)
    parts = _of_parts(entries, scope)
    for row in _sums(parts.filter(account__kind__in=_TAKEN), F("account__kind")):
        sign = 1 if row["what"] in _COSTS else -1
        _add(found, row, _TAKEN[row["what"]], sign)
    for row in _sums(parts.filter(transaction__kind__in=_GIVEN_BACK, amount__gt=0), F("transaction__kind")):
        _add(found, row, "refunds", _GIVEN_BACK[row["what"]])
    if scope.channel_id is not None:
        return found
    payable = entries.filter(account__kind=K.SELLER_PAYABLE, transaction__kind__in=_PAID_OUT)
    if scope.seller_id is not None:
        payable = payable.filter(account__seller=scope.seller_id)
    for row in _sums(payable, F("account__kind")):
        _add(found, row, "payouts", 1)
    return found


def _entries(scope: Scope) -> QuerySet[LedgerEntry]:
    days = {"transaction__at__gte": scope.stretch.since, "transaction__at__lt": scope.stretch.until}
    return LedgerEntry.objects.filter(**days).order_by()


def _of_parts(entries: QuerySet[LedgerEntry], scope: Scope) -> QuerySet[LedgerEntry]:
    if scope.seller_id is not None:
        entries = entries.filter(transaction__seller_order__seller=scope.seller_id)
    if scope.channel_id is not None:
        entries = entries.filter(transaction__order__channel=scope.channel_id)
    return entries


def _sums(entries: QuerySet[LedgerEntry], what: F) -> list[Mapping[str, Any]]:
    return [*entries.values(what=what, currency=F("transaction__currency")).annotate(sum=Sum("amount"))]


def _add(found: dict[str, Takings], row: Mapping[str, Any], name: str, sign: int) -> None:
    currency = row["currency"]
    found.setdefault(currency, Takings(currency)).add(name, stored(sign * row["sum"], currency))
