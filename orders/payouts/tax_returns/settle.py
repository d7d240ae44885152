"""File a return, and pay it: what was withheld leaves the books for the state.

1. What is due leaves the bank, out of what is held of each seller's tax.
2. What was given back between the end of the month and today is held no more, and is paid all the same: the state owes
   it from then on, and the next return takes it off.
3. Where the state owes something and more is held of the same seller, one is taken off the other: that is what the
   return took off for earlier refunds.

Held less owed by the state is at any time all that was ever withheld, less given back, less paid. Neither is ever below
zero: ``post`` refuses.

Example: 30,000 VND were withheld in October, 10,000 of it given back on 5 November: held 20,000. The October return of
30,000 is paid on the 18th: held 0, owed by the state 10,000. In November 25,000 are withheld: the return of November
declares 25,000 − 10,000 = 15,000; when these are paid, held is 0 and the state owes nothing.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from marketplace.accounts.models import User
from orders.payouts.ledger.account import provider_funds, tax_receivable, tax_withheld
from orders.payouts.ledger.post import credit, debit, post
from orders.payouts.ledger.transaction import TransactionKind
from orders.payouts.own_account import BANK
from orders.payouts.tax_returns.tax_return import (
    TAX_RETURN_MOVES,
    IllegalTaxReturnMove,
    TaxReturn,
    TaxReturnEvent,
    TaxReturnLine,
    TaxReturnStatus,
)
from orders.payouts.withholding.held import lock_withheld, owed_by_state


class EarlierReturnUnpaid(Exception):
    """Returns are paid in the order of their months."""

    def __init__(self, name: str) -> None:
        super().__init__(f"the return of {name} is to be paid first")
        self.name = name


def file_tax_return(*, return_id: UUID, reference: str, by: User, now: datetime) -> TaxReturn:
    """It was handed in, and the authority called it ``reference``. Raises ``IllegalTaxReturnMove``."""
    with transaction.atomic():
        row = _locked(return_id)
        if row.status == TaxReturnStatus.FILED:
            return row
        row.filing_reference = reference[:100]
        _move(row, TaxReturnStatus.FILED, reference, by, now)
    return row


def pay_tax_return(*, return_id: UUID, reference: str, by: User, now: datetime) -> TaxReturn:
    """The bank was told to pay all that is due. Saying it again pays nothing more.

    Raises ``IllegalTaxReturnMove``, ``EarlierReturnUnpaid``.
    """
    with transaction.atomic():
        row = _locked(return_id)
        if row.status == TaxReturnStatus.PAID:
            return row
        _require_earlier_paid(row)
        row.payment_reference = reference[:100]
        _move(row, TaxReturnStatus.PAID, reference, by, now)
        for line in row.lines.order_by("seller_id", "currency"):
            _post(row, line, now)
    return row


def _locked(return_id: UUID) -> TaxReturn:
    return TaxReturn.objects.select_for_update().get(pk=return_id)


def _require_earlier_paid(row: TaxReturn) -> None:
    earlier = TaxReturn.objects.exclude(status=TaxReturnStatus.PAID).exclude(pk=row.pk)
    for other in earlier.order_by("year", "month"):
        if (other.year, other.month) < (row.year, row.month):
            raise EarlierReturnUnpaid(other.name)


def _move(row: TaxReturn, to: TaxReturnStatus, reference: str, by: User, now: datetime) -> None:
    if to not in TAX_RETURN_MOVES[TaxReturnStatus(row.status)]:
        raise IllegalTaxReturnMove(row.name, row.status, to)
    row.status = to
    row.save()
    TaxReturnEvent.objects.create(tax_return=row, status=to, at=now, user=by, reference=reference[:100])


def _post(row: TaxReturn, line: TaxReturnLine, now: datetime) -> None:
    """One posting for each seller and currency; none where nothing moves."""
    held = lock_withheld(line.seller_id, line.currency)
    from_held = min(line.due, held)
    taken_off = min(held - from_held, owed_by_state(line.seller_id, line.currency))
    post(
        TransactionKind.TAX_PAID,
        key=f"tax_paid:{row.name}:{line.seller_id}:{line.currency}",
        currency=line.currency,
        entries=[
            debit(tax_withheld(line.seller_id), from_held + taken_off),
            debit(tax_receivable(line.seller_id), line.due - from_held - taken_off),
            credit(provider_funds(BANK), line.due),
        ],
        at=now,
    )
