"""What is withheld goes to the state once, also where it was given back in the meantime."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from unittest.mock import patch

import pytest
from django.db.models import Sum

from i18n.money import Money
from marketplace.sellers.seller import EntityType
from orders.lifecycle.seller_order import SellerOrder
from orders.payouts.ledger.account import provider_funds, tax_receivable, tax_withheld
from orders.payouts.ledger.balance import balance_of
from orders.payouts.ledger.transaction import LedgerEntry, TransactionKind
from orders.payouts.tax_returns.prepare import (
    EarlierReturnMissing,
    LaterReturnExists,
    MonthNotOver,
    next_month_to_prepare,
    prepare_tax_return,
)
from orders.payouts.tax_returns.settle import EarlierReturnUnpaid, file_tax_return, pay_tax_return
from orders.payouts.tax_returns.tax_return import IllegalTaxReturnMove, TaxReturn
from orders.payouts.withholding.tax_withholding import WithholdingChange
from tests.factories.accounts import make_user
from tests.factories.sellers import make_seller
from tests.orders.payouts.selling import earn, give_back

pytestmark = pytest.mark.django_db
NEXT_YEAR = datetime(2027, 6, 1, tzinfo=UTC)


def eur(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


@contextmanager
def in_month(month: int) -> Iterator[None]:
    """What is withheld happens in this month of 2026."""
    moment = datetime(2026, month, 15, 3, 0, tzinfo=UTC)
    with patch("orders.payouts.withholding.withhold.timezone.now", return_value=moment):
        yield


def household_earns(month: int, price: str = "2000.00", seller: Any = None) -> SellerOrder:
    with in_month(month):
        return earn(seller or make_seller(entity_type=EntityType.HOUSEHOLD), price=price)


def give_tax_back(part: SellerOrder, month: int, share: int) -> None:
    """Refund one of so many parts of the price."""
    with in_month(month):
        give_back(part, f"{Decimal('2000.00') / share:.2f}", key=f"back {month}")


def books(seller_id: int) -> tuple[Money, Money, Money]:
    """Held, owed by the state, and gone from the bank for it."""
    paid = LedgerEntry.objects.filter(
        transaction__kind=TransactionKind.TAX_PAID, account__code=provider_funds("bank_transfer").code("EUR")
    )
    gone = -(paid.aggregate(sum=Sum("amount"))["sum"] or Decimal(0))
    held, owed = (balance_of(name(seller_id), "EUR") for name in (tax_withheld, tax_receivable))
    return held, owed, Money(gone, "EUR").quantize()


def settle(month: int) -> TaxReturn:
    by = make_user()
    row = prepare_tax_return(year=2026, month=month, by=by, now=NEXT_YEAR)
    file_tax_return(return_id=row.pk, reference=f"F{month}", by=by, now=NEXT_YEAR)
    return pay_tax_return(return_id=row.pk, reference=f"P{month}", by=by, now=NEXT_YEAR)


def adds_up(seller_id: int) -> bool:
    """Held less owed by the state = everything withheld, less what is paid."""
    held, owed, paid = books(seller_id)
    total = WithholdingChange.objects.aggregate(vat=Sum("vat_amount"), pit=Sum("pit_amount"))
    return (held - owed).amount == total["vat"] + total["pit"] - paid.amount


def test_a_month_goes_to_the_state_once() -> None:
    part = household_earns(7)
    withheld = books(part.seller_id)[0]
    by = make_user()
    row = prepare_tax_return(year=2026, month=7, by=by, now=NEXT_YEAR)
    assert prepare_tax_return(year=2026, month=7, by=by, now=NEXT_YEAR).pk == row.pk
    assert (row.due_on.isoformat(), row.rates_checked) == ("2026-08-20", False)
    with pytest.raises(IllegalTaxReturnMove):
        pay_tax_return(return_id=row.pk, reference="early", by=by, now=NEXT_YEAR)
    assert books(part.seller_id) == (withheld, eur("0"), eur("0")), "prepared moves nothing"
    settle(7)
    pay_tax_return(return_id=row.pk, reference="again", by=by, now=NEXT_YEAR)
    assert books(part.seller_id) == (eur("0"), eur("0"), withheld)
    row.refresh_from_db()
    assert (row.status, row.filing_reference, row.payment_reference) == ("PAID", "F7", "P7")
    assert list(row.events.values_list("status", "reference")) == [("PREPARED", ""), ("FILED", "F7"), ("PAID", "P7")]


def test_what_goes_back_after_the_payment_is_owed_by_the_state_and_taken_off_the_next_return() -> None:
    part = household_earns(7)
    settle(7)
    give_tax_back(part, 8, 4)
    held, owed, paid = books(part.seller_id)
    assert held == eur("0") and owed.amount > 0 and adds_up(part.seller_id)
    august = settle(8).lines.get()
    assert (august.due, august.carried_out) == (eur("0"), owed)
    assert books(part.seller_id) == (held, owed, paid), "nothing was due and nothing moved"

    household_earns(9, seller=part.seller)
    new = books(part.seller_id)[0]
    september = settle(9).lines.get()
    assert (september.carried_in, september.due, september.carried_out) == (owed, new - owed, eur("0"))
    assert books(part.seller_id) == (eur("0"), eur("0"), paid + new - owed)
    assert adds_up(part.seller_id)


def test_what_goes_back_between_the_month_and_its_payment_is_paid_and_owed_from_then_on() -> None:
    part = household_earns(7)
    withheld = books(part.seller_id)[0]
    prepare_tax_return(year=2026, month=7, by=None, now=NEXT_YEAR)
    give_tax_back(part, 8, 4)
    left = books(part.seller_id)[0]
    assert left < withheld
    settle(7)
    assert books(part.seller_id) == (eur("0"), withheld - left, withheld)
    household_earns(8, seller=part.seller)
    new = books(part.seller_id)[0]
    assert settle(8).lines.get().due == new - (withheld - left)
    assert books(part.seller_id)[:2] == (eur("0"), eur("0")) and adds_up(part.seller_id)


def test_months_follow_each_other() -> None:
    household_earns(7)
    household_earns(9)
    assert str(next_month_to_prepare()) == "2026-07-01"
    with pytest.raises(EarlierReturnMissing):
        prepare_tax_return(year=2026, month=9, by=None, now=NEXT_YEAR)
    with pytest.raises(MonthNotOver):
        prepare_tax_return(year=2026, month=7, by=None, now=datetime(2026, 7, 31, 16, 59, tzinfo=UTC))
    prepare_tax_return(year=2026, month=7, by=None, now=datetime(2026, 7, 31, 17, 0, tzinfo=UTC))
    september = prepare_tax_return(year=2026, month=9, by=None, now=NEXT_YEAR)
    assert september.lines.count() == 1 and next_month_to_prepare() is None
    with pytest.raises(LaterReturnExists):
        prepare_tax_return(year=2026, month=8, by=None, now=NEXT_YEAR)
    by = make_user()
    file_tax_return(return_id=september.pk, reference="F", by=by, now=NEXT_YEAR)
    with pytest.raises(EarlierReturnUnpaid, match="2026-07"):
        pay_tax_return(return_id=september.pk, reference="P", by=by, now=NEXT_YEAR)
