"""After the period of the law the books know no people; before, and of what is under way, nothing is touched."""

from datetime import UTC, date, datetime
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import call_command

from orders.accounting_records import due_records, forget_accounting_records
from orders.bank_statements.entry import BankEntry
from orders.bank_statements.statement import BankStatement
from orders.invoicing.books_kept import kept_since
from orders.models import Order, Payout, PayoutFile
from orders.payouts.payout.states import PayoutStatus
from orders.personal_data import forget_expired_orders
from tests.factories.accounts import make_user
from tests.factories.money_out import make_payout
from tests.factories.orders import make_order

NOW = datetime(2037, 1, 1, 12, tzinfo=UTC)
LAST_YEAR_KEPT = datetime(2036, 12, 31, 12, tzinfo=UTC)


def test_a_period_begins_with_the_end_of_its_year() -> None:
    assert kept_since(LAST_YEAR_KEPT) == date(2026, 1, 1)
    assert kept_since(NOW) == date(2027, 1, 1)


@pytest.mark.django_db
def test_the_books_forget_who_paid_and_who_was_paid() -> None:
    line, payout, file = entry(), make_payout(), payout_file()
    Payout.objects.filter(pk=payout.pk).update(status=PayoutStatus.CONFIRMED, planned_at=booked())
    assert forget_accounting_records(now=LAST_YEAR_KEPT) == 0

    assert forget_accounting_records(now=NOW) == 3
    assert forget_accounting_records(now=NOW) == 0

    for row in (line, payout, file):
        row.refresh_from_db()
    assert (line.text, line.other_name, line.other_account, line.amount) == ("", "", "", Decimal("12.00"))
    assert (payout.holder.open(), payout.account_number.open(), payout.account_tail) == ("", "", "")
    assert payout.amount > 0 and file.content.open() == "" and file.sha256


@pytest.mark.django_db
def test_a_payout_that_is_still_to_be_paid_keeps_its_account() -> None:
    payout = make_payout()
    Payout.objects.filter(pk=payout.pk).update(planned_at=booked())
    assert forget_accounting_records(now=NOW) == 0
    payout.refresh_from_db()
    assert payout.account_number.open()


@pytest.mark.django_db
def test_guests_are_forgotten_though_nobody_could_ask_for_it() -> None:
    guest, members, under_way = make_order(), make_order(), make_order()
    Order.objects.update(
        created_at=booked(), status="DELIVERED", user=None, tax_ids=[{"kind": "EORI", "number": "NL1"}]
    )
    Order.objects.filter(pk=members.pk).update(user=make_user())
    Order.objects.filter(pk=under_way.pk).update(status="FULFILLED")
    said = StringIO()
    assert due_records(NOW)["orders of guests"].get() == guest

    assert forget_accounting_records(now=NOW) == 1
    assert forget_expired_orders(NOW) == 1
    assert forget_accounting_records(now=NOW) == forget_expired_orders(NOW) == 0

    guest.refresh_from_db()
    assert (guest.email, guest.shipping_address, guest.tax_ids) == ("", {}, [])
    assert all(Order.objects.get(pk=order.pk).shipping_address for order in (members, under_way))
    call_command("retention", dry_run=True, stdout=said)
    assert "orders of guests: 0 due" in said.getvalue()


@pytest.mark.django_db
def test_the_dry_run_counts_and_changes_nothing() -> None:
    old = entry(datetime(2001, 5, 1, tzinfo=UTC))
    said = StringIO()
    call_command("retention", dry_run=True, stdout=said)
    assert "bank entries: 1 due" in said.getvalue()
    old.refresh_from_db()
    assert old.other_name
    call_command("retention", stdout=said)
    assert "from 1 records of the books" in said.getvalue()
    old.refresh_from_db()
    assert not old.other_name


def booked() -> datetime:
    return datetime(2026, 11, 2, 9, tzinfo=UTC)


def entry(at: datetime | None = None) -> BankEntry:
    statement = BankStatement.objects.create(
        account_number="NL00TEST", currency="EUR", format="CSV", file_name="a.csv", sha256="0" * 64
    )
    return BankEntry.objects.create(
        statement=statement,
        account_number="NL00TEST",
        key="k",
        direction="CREDIT",
        currency="EUR",
        amount=Decimal("12.00"),
        booked_on=(at or booked()).date(),
        text="Dank u wel",
        other_name="S. Voorbeeld",
        other_account="NL00ANDER",
    )


def payout_file() -> PayoutFile:
    return PayoutFile.objects.create(
        message_id="M1",
        currency="EUR",
        day=booked().date(),
        count=1,
        sum_amount=Decimal("1.00"),
        content="<Document/>",
        sha256="0" * 64,
        created_at=booked(),
    )
