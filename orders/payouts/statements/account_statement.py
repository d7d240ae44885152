"""A seller's statement of account, read from the ledger alone.

1. Every transaction that changed what is payable to the seller in the period is taken apart by its other entries: they
   add up to the change, so that no unit can be lost between the columns.
2. What was earned of a part, given back, taken as commission, as tax on it and as withheld tax is added up by part.
3. What went out (and came back) stands below, one line for each posting.

Example: 120.00 sold, 9.60 commission, 0.96 tax on it, 50.00 given back later with 4.00 and 0.40: the part's line is
sales 120.00, refunds -50.00, commission -5.60, tax -0.56, amount 63.84.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db.models import QuerySet, Sum

from i18n.money import Money, sum_money
from orders.payouts.ledger.account import AccountKind as K
from orders.payouts.ledger.account import seller_payable
from orders.payouts.ledger.transaction import LedgerEntry, LedgerTransaction, TransactionKind
from orders.payouts.payout.payout import Payout
from orders.stored_money import stored

_COLUMNS = {
    K.VOUCHERS: "vouchers",
    K.COMMISSION: "commission",
    K.COMMISSION_TAX: "commission_tax",
    K.TAX_WITHHELD: "tax_withheld",
}
_EARNED = frozenset({K.BUYER_FUNDS, *_COLUMNS})


@dataclass(slots=True)
class PartLine:
    """Everything of one part; above zero is in the seller's favour. The columns add up to ``amount``."""

    number: str
    at: datetime
    """When the first of it was posted."""
    sales: Money
    vouchers: Money
    """What the marketplace paid of the price."""
    refunds: Money
    commission: Money
    commission_tax: Money
    tax_withheld: Money

    @property
    def amount(self) -> Money:
        return sum_money((getattr(self, name) for name in COLUMNS), self.sales.currency)


COLUMNS = tuple(each.name for each in fields(PartLine) if each.name not in ("number", "at"))


@dataclass(frozen=True, slots=True)
class OtherLine:
    """A payout, its return, or what else changed the account."""

    at: datetime
    kind: TransactionKind
    reference: str
    """The payout's number, or the part's where a provider pays part by part."""
    amount: Money


@dataclass(slots=True)
class AccountStatement:
    seller_id: int
    currency: str
    since: datetime
    until: datetime
    opening: Money
    parts: list[PartLine] = field(default_factory=list)
    others: list[OtherLine] = field(default_factory=list)

    def total(self, column: str) -> Money:
        return sum_money((getattr(line, column) for line in self.parts), self.currency)

    @property
    def paid_out(self) -> Money:
        return sum_money((line.amount for line in self.others), self.currency)

    @property
    def closing(self) -> Money:
        return self.opening + self.total("amount") + self.paid_out


def account_statement(seller_id: int, *, currency: str, since: datetime, until: datetime) -> AccountStatement:
    """From ``since`` until before ``until``; five queries."""
    account = seller_payable(seller_id).code(currency)
    own = LedgerEntry.objects.filter(account__code=account)
    before = own.filter(transaction__at__lt=since).aggregate(sum=Sum("amount"))["sum"] or Decimal(0)
    made = AccountStatement(seller_id, currency, since, until, stored(-before, currency))
    posted = _transactions(account, since, until)
    numbers = _payout_numbers(posted)
    parts: dict[UUID, PartLine] = {}
    for transaction in posted:
        others = [entry for entry in transaction.entries.all() if entry.account.code != account]
        part = transaction.seller_order
        if part is not None and all(entry.account.kind in _EARNED for entry in others):
            line = parts.setdefault(part.pk, _empty(part.number, transaction.at, currency))
            _add(line, others)
        else:
            made.others.append(_other(transaction, others, numbers, currency))
    made.parts = sorted(parts.values(), key=lambda line: (line.at, line.number))
    return made


def _transactions(account: str, since: datetime, until: datetime) -> QuerySet[LedgerTransaction]:
    rows = LedgerTransaction.objects.filter(entries__account__code=account, at__gte=since, at__lt=until)
    return rows.select_related("seller_order").prefetch_related("entries__account").order_by("at", "id")


def _empty(number: str, at: datetime, currency: str) -> PartLine:
    zero = Money.zero(currency)
    return PartLine(number, at, zero, zero, zero, zero, zero, zero)


def _add(line: PartLine, entries: Iterable[LedgerEntry]) -> None:
    for entry in entries:
        column = _COLUMNS.get(K(entry.account.kind)) or ("sales" if entry.amount > 0 else "refunds")
        setattr(line, column, getattr(line, column) + entry.money)


def _other(
    transaction: LedgerTransaction, entries: Iterable[LedgerEntry], numbers: dict[str, str], currency: str
) -> OtherLine:
    part = transaction.seller_order.number if transaction.seller_order else ""
    return OtherLine(
        at=transaction.at,
        kind=TransactionKind(transaction.kind),
        reference=numbers.get(transaction.payout, part),
        amount=sum_money((entry.money for entry in entries), currency),
    )


def _payout_numbers(posted: Iterable[LedgerTransaction]) -> dict[str, str]:
    """By the id that the ledger has; a provider's transfers have ids of their own and are no payouts of ours."""
    ids = {UUID(each.payout) for each in posted if _is_uuid(each.payout)}
    return {str(key): number for key, number in Payout.objects.filter(pk__in=ids).values_list("pk", "number")}


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
