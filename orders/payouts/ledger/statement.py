"""What happened to a seller's money in a period, read from the ledger alone."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import QuerySet, Sum

from i18n.money import Money, sum_money
from orders.payouts.ledger.account import AccountKind
from orders.payouts.ledger.transaction import LedgerEntry, TransactionKind
from orders.stored_money import stored


@dataclass(frozen=True, slots=True)
class StatementLine:
    """``amount`` above zero is in the seller's favour."""

    at: datetime
    kind: TransactionKind
    number: str
    """Of the part of an order it is about; empty for what is about none."""
    payout: str
    amount: Money
    commission: Money
    """Taken with it (below zero: given back), the tax on it included."""


@dataclass(frozen=True, slots=True)
class Statement:
    seller_id: int
    currency: str
    since: datetime
    until: datetime
    opening: Money
    lines: tuple[StatementLine, ...]

    @property
    def closing(self) -> Money:
        return sum_money((line.amount for line in self.lines), self.currency) + self.opening


def statement(seller_id: int, *, currency: str, since: datetime, until: datetime) -> Statement:
    """All postings to what is payable to the seller from ``since`` until before ``until``; three queries."""
    entries = _entries(seller_id, currency)
    before = entries.filter(transaction__at__lt=since).aggregate(sum=Sum("amount"))["sum"] or Decimal(0)
    rows = entries.filter(transaction__at__gte=since, transaction__at__lt=until)
    found = list(rows.select_related("transaction__seller_order").order_by("transaction__at", "id"))
    taken = _taken([row.transaction_id for row in found], currency)
    lines = tuple(_line(row, taken.get(row.transaction_id, Money.zero(currency))) for row in found)
    return Statement(seller_id, currency, since, until, stored(-before, currency), lines)


def currencies_of(seller_id: int) -> list[str]:
    """In which currencies the seller ever had money here."""
    accounts = LedgerEntry.objects.filter(account__seller=seller_id, account__kind=AccountKind.SELLER_PAYABLE)
    return sorted(set(accounts.values_list("account__currency", flat=True)))


def _entries(seller_id: int, currency: str) -> QuerySet[LedgerEntry]:
    return LedgerEntry.objects.filter(
        account__seller=seller_id, account__kind=AccountKind.SELLER_PAYABLE, account__currency=currency
    )


def _taken(transaction_ids: list[int], currency: str) -> dict[int, Money]:
    kinds = (AccountKind.COMMISSION, AccountKind.COMMISSION_TAX)
    sums = LedgerEntry.objects.filter(transaction__in=transaction_ids, account__kind__in=kinds)
    pairs = sums.values_list("transaction_id").annotate(sum=Sum("amount"))
    return {transaction_id: stored(-amount, currency) for transaction_id, amount in pairs}


def _line(row: LedgerEntry, taken: Money) -> StatementLine:
    posted = row.transaction
    return StatementLine(
        at=posted.at,
        kind=TransactionKind(posted.kind),
        number=posted.seller_order.number if posted.seller_order else "",
        payout=posted.payout,
        amount=stored(-row.amount, posted.currency),
        commission=taken,
    )
