from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from i18n.money import BrokenMinorUnit, CurrencyMismatch, Money
from marketplace.append_only.rows import AppendOnly
from orders.payouts.ledger.account import COMMISSION, PROVIDER_FEES, VOUCHERS, provider_funds, seller_payable
from orders.payouts.ledger.balance import balance_of
from orders.payouts.ledger.post import Entry, KeyReused, Overdrawn, Unbalanced, credit, debit, post
from orders.payouts.ledger.transaction import LedgerEntry, LedgerTransaction, TransactionKind
from orders.payouts.ledger.triggers import create, drop
from tests.factories.sellers import make_seller

pytestmark = pytest.mark.django_db
BANK = provider_funds("bank_transfer")


def euros(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


def post_fee(amount: str, *, key: str = "k", other: str | None = None) -> LedgerTransaction | None:
    entries = [debit(PROVIDER_FEES, euros(amount)), credit(BANK, euros(other or amount))]
    return post(TransactionKind.FEE, key=key, currency="EUR", entries=entries)


def test_what_is_posted_is_read_from_both_sides() -> None:
    post_fee("2.50")
    assert balance_of(PROVIDER_FEES, "EUR") == euros("2.50")
    assert balance_of(BANK, "EUR") == euros("-2.50")
    assert balance_of(BANK, "USD") == Money.zero("USD")


def test_the_same_facts_again_are_the_same_transaction() -> None:
    first, second = post_fee("2.50"), post_fee("2.50")
    assert first == second
    assert LedgerEntry.objects.count() == 2


def test_other_facts_under_the_key_are_refused() -> None:
    post_fee("2.50")
    with pytest.raises(KeyReused):
        post_fee("2.51")
    assert balance_of(PROVIDER_FEES, "EUR") == euros("2.50")


def test_nothing_moves_nothing_is_written() -> None:
    assert post_fee("0.00") is None
    assert not LedgerTransaction.objects.exists()


def test_what_meets_in_one_account_is_one_entry() -> None:
    entries = [debit(VOUCHERS, euros("3")), debit(VOUCHERS, euros("4")), credit(BANK, euros("7"))]
    written = post(TransactionKind.FEE, key="k", currency="EUR", entries=entries)
    assert written is not None
    assert sorted(written.entries.values_list("amount", flat=True)) == [Decimal(-7), Decimal(7)]


@pytest.mark.parametrize(
    ("entries", "refusal"),
    [
        ([debit(BANK, euros("1.00")), credit(VOUCHERS, euros("0.99"))], Unbalanced),
        ([debit(BANK, euros("1.005")), credit(VOUCHERS, euros("1.005"))], BrokenMinorUnit),
        ([debit(BANK, euros("1")), credit(VOUCHERS, Money(Decimal(1), "USD"))], CurrencyMismatch),
        ([debit(COMMISSION, euros("0.01")), credit(BANK, euros("0.01"))], Overdrawn),
    ],
)
def test_what_makes_no_sense_is_refused_whole(entries: list[Entry], refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        post(TransactionKind.FEE, key="k", currency="EUR", entries=entries)
    assert not LedgerTransaction.objects.exists()


def test_a_seller_may_owe() -> None:
    seller = make_seller()
    entries = [debit(seller_payable(seller.pk), euros("5")), credit(BANK, euros("5"))]
    post(TransactionKind.TRANSFER, key="k", currency="EUR", entries=entries)
    assert balance_of(seller_payable(seller.pk), "EUR") == euros("-5")


def _change_a_row() -> None:
    entry = LedgerEntry.objects.get(amount__gt=0)
    entry.amount = Decimal(9)
    entry.save()


@pytest.mark.parametrize(
    "attempt",
    [
        _change_a_row,
        lambda: LedgerEntry.objects.update(amount=9),
        lambda: LedgerEntry.objects.all().delete(),
        lambda: LedgerTransaction.objects.get().delete(),
        lambda: LedgerTransaction.objects.all().delete(),
        lambda: LedgerEntry.objects.bulk_update(LedgerEntry.objects.all(), ["amount"]),
    ],
)
def test_python_refuses_to_change_what_was_posted(attempt: Any) -> None:
    post_fee("2.50")
    with pytest.raises(AppendOnly):
        attempt()
    assert balance_of(PROVIDER_FEES, "EUR") == euros("2.50")


@pytest.mark.parametrize("table", ["orders_ledgerentry", "orders_ledgertransaction"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET id = id", "DELETE FROM {}"])
def test_the_database_refuses_too(table: str, statement: str) -> None:
    """The triggers as the migration makes them; on SQLite the suite runs without, see ``tests/conftest.py``."""
    post_fee("2.50")
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for sql in [*drop("sqlite"), *create("sqlite")]:
                cursor.execute(sql)
        with pytest.raises(Exception, match="append-only"), transaction.atomic():
            cursor.execute(statement.format(table))
        if connection.vendor == "sqlite":
            for sql in drop("sqlite"):
                cursor.execute(sql)
    assert LedgerEntry.objects.count() == 2


def test_an_entry_of_nothing_is_refused_by_the_database() -> None:
    written = post_fee("2.50")
    account = LedgerEntry.objects.filter(transaction=written).values_list("account", flat=True)[0]
    other = LedgerTransaction.objects.create(kind="FEE", key="other", currency="EUR")
    with pytest.raises(IntegrityError), transaction.atomic():
        LedgerEntry.objects.create(transaction=other, account_id=account, amount=0)
