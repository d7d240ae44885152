"""Bank statements line by line against what the ledger has of the bank.

1. A line that nobody has matched is not in the ledger, unless it is a payout of ours: a debit that names its number and
   has its amount. A line that somebody set aside as none of the orders' is listed with what they said of it.
2. A posting that no line was matched to is not at the bank, from five days before the newest line on: until then the
   bank may still be slow. Without statements of a currency nothing can be said of it.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Max

from i18n.money import Money
from orders.bank_statements.entry import BankEntry, EntryEventType, EntryStatus
from orders.bank_statements.match import BankMatch
from orders.bank_statements.parsed import Direction
from orders.payouts.ledger.account import AccountKind
from orders.payouts.ledger.transaction import LedgerEntry, TransactionKind
from orders.payouts.own_account import BANK
from orders.payouts.payout.payout import Payout
from orders.payouts.reconciliation.difference import DifferenceKind
from orders.payouts.reconciliation.finding import Finding
from orders.payouts.statements.period import HERE

GRACE = timedelta(days=5)


def compare_bank() -> Iterator[Finding]:
    newest = dict(BankEntry.objects.values_list("currency").annotate(Max("booked_on")))
    paid = _payouts_at_bank()
    yield from _lines(paid)
    for currency, day in sorted(newest.items()):
        yield from _postings(currency, day - GRACE, {payout.pk.hex for payout, _entry in paid.values()})


def _payouts_at_bank() -> dict[str, tuple[Payout, BankEntry]]:
    """By the line's id: payouts that were sent, found by number and amount among the debits nobody matched."""
    lines = list(BankEntry.objects.filter(direction=Direction.DEBIT, status=EntryStatus.OPEN))
    sent = Payout.objects.filter(status__in=["SENT", "CONFIRMED"]) if lines else ()
    by_number = {_plain(payout.number): payout for payout in sent}
    found: dict[str, tuple[Payout, BankEntry]] = {}
    for line in lines:
        words = _plain(line.words)
        for number, payout in by_number.items():
            if number in words and line.money == payout.money:
                found[str(line.pk)] = payout, line
    return found


def _plain(text: str) -> str:
    return "".join(sign for sign in text.upper() if sign.isalnum())


def _lines(paid: dict[str, tuple[Payout, BankEntry]]) -> Iterator[Finding]:
    open_ = BankEntry.objects.exclude(status=EntryStatus.MATCHED).prefetch_related("events__user")
    for line in open_:
        if str(line.pk) in paid:
            continue
        ignored = [event for event in line.events.all() if event.type == EntryEventType.IGNORED]
        said = ignored[-1] if ignored and line.status == EntryStatus.IGNORED else None
        sign = 1 if line.direction == Direction.CREDIT else -1
        yield Finding(
            key=f"bank:{line.pk}",
            kind=DifferenceKind.NOT_IN_LEDGER,
            gateway=BANK,
            currency=line.currency,
            ledger_amount=Decimal(0),
            provider_amount=sign * line.amount,
            about=line.words[:200],
            on=line.booked_on,
            explanation=(said.note or "set aside") if said else "",
            explained_by=said.user if said else None,
        )


def _postings(currency: str, until: date, paid: set[str]) -> Iterator[Finding]:
    rows = LedgerEntry.objects.filter(
        account__kind=AccountKind.PROVIDER_FUNDS, account__gateway=BANK, account__currency=currency
    ).exclude(transaction__key__contains=":bank:")
    rows = rows.select_related("transaction__order", "account").order_by("id")
    matched = BankMatch.objects.filter(refund__isnull=False, reversed_by=None, reverses=None)
    refunds = set(matched.values_list("refund_id", flat=True))
    for row in rows:
        posted = row.transaction
        day = posted.at.astimezone(HERE).date()
        is_payout = posted.kind == TransactionKind.PAYOUT_DONE and posted.payout.replace("-", "") in paid
        if day > until or is_payout or posted.refund_id in refunds:
            continue
        yield Finding(
            key=f"ledger:{posted.pk}",
            kind=DifferenceKind.NOT_AT_PROVIDER,
            gateway=BANK,
            currency=currency,
            ledger_amount=row.amount,
            provider_amount=Decimal(0),
            about=posted.order.number if posted.order else Money(row.amount, currency).currency,
            on=day,
        )
