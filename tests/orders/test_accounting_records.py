"""After the period of the law the books know no people; before, and of what is under way, nothing is touched."""

from datetime import UTC, date, datetime
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import call_command
from django.db.models import F

from orders import accounting_records, personal_data
from orders.accounting_records import due_records, forget_accounting_records
from orders.bank_statements.entry import BankEntry
from orders.bank_statements.statement import BankStatement
from orders.disputes.dispute import Dispute
from orders.disputes.states import DisputeStatus
from orders.invoicing.books_kept import kept_since
from orders.models import Instalment, Order, Payout, PayoutFile, Quote, QuoteRequest, SellerOrder
from orders.payouts.payout.states import PayoutStatus
from orders.personal_data import export_orders, forget_expired_orders
from tests.factories.accounts import make_user
from tests.factories.aftermath import make_delivered_order, make_dispute
from tests.factories.money_out import make_payout
from tests.factories.orders import UTRECHT, make_order
from tests.factories.quotes import accept, make_buyer_terms, make_chair_quote, make_offer, net

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
def test_orders_of_guests_and_of_members_are_forgotten_though_nobody_asked_for_it() -> None:
    guests, members, under_way = make_order(), make_order(), make_order()
    member = make_user()
    Order.objects.update(
        created_at=booked(), status="DELIVERED", user=None, tax_ids=[{"kind": "EORI", "number": "NL1"}]
    )
    Order.objects.filter(pk=members.pk).update(user=member)
    Order.objects.filter(pk=under_way.pk).update(status="FULFILLED")
    said = StringIO()
    assert forget_accounting_records(now=LAST_YEAR_KEPT) == forget_expired_orders(LAST_YEAR_KEPT) == 0
    assert set(due_records(NOW)["orders"]) == {guests, members}

    assert forget_accounting_records(now=NOW) == 2
    assert forget_expired_orders(NOW) == 2
    assert forget_accounting_records(now=NOW) == forget_expired_orders(NOW) == 0

    for order in (guests, members):
        order.refresh_from_db()
        assert (order.email, order.shipping_address, order.billing_address, order.tax_ids) == ("", {}, {}, [])
    assert members.user == member and members.total.gross.amount > 0
    assert Order.objects.get(pk=under_way.pk).shipping_address
    call_command("retention", dry_run=True, stdout=said)
    assert "orders: 0 due" in said.getvalue()


@pytest.mark.django_db
def test_members_read_what_they_bought_without_the_address() -> None:
    member = make_user()
    order = make_order(user=member)
    Order.objects.update(created_at=booked(), status="DELIVERED")
    forget_accounting_records(now=NOW)
    forget_expired_orders(NOW)
    (exported,) = export_orders(member)["orders"]
    assert (exported["number"], exported["shippingAddress"], len(exported["lines"])) == (order.number, {}, 1)


@pytest.mark.django_db
def test_what_is_argued_about_or_owed_waits() -> None:
    member = make_user()
    make_buyer_terms(member)
    argued = make_delivered_order()
    owed = accept(make_offer(make_chair_quote(user=member), payment=net(30)))
    dispute = make_dispute(SellerOrder.objects.get(order=argued))
    Order.objects.update(created_at=booked(), status="DELIVERED")
    assert forget_accounting_records(now=NOW) == 0

    Dispute.objects.filter(pk=dispute.pk).update(status=DisputeStatus.SETTLED)
    owed.instalments.update(charged_amount=F("amount"))
    assert forget_accounting_records(now=NOW) == 2


@pytest.mark.django_db
def test_what_was_asked_for_goes_with_the_last_order_it_became() -> None:
    member, home = make_user(), UTRECHT.as_dict()
    quote = make_chair_quote(user=member, text="Voor oma", shipping_address=home)
    order = accept(make_offer(quote))
    waiting = make_chair_quote(user=member, text="Voor tante", shipping_address=home)
    Quote.objects.update(shipping_address=home)
    Order.objects.filter(pk=order.pk).update(created_at=booked(), status="DELIVERED")
    Instalment.objects.update(charged_amount=F("amount"))

    forget_accounting_records(now=NOW)
    forget_expired_orders(NOW)

    quote.refresh_from_db()
    request = QuoteRequest.objects.get(pk=quote.request_id)
    assert (quote.shipping_address, request.shipping_address, request.text) == (None, None, "")
    assert request.user == member
    other = QuoteRequest.objects.get(pk=waiting.request_id)
    assert (other.text, other.shipping_address) == ("Voor tante", home)


@pytest.mark.django_db
def test_many_go_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accounting_records, "AT_ONCE", 1)
    monkeypatch.setattr(personal_data, "AT_ONCE", 1)
    make_order()
    make_order()
    Order.objects.update(created_at=booked(), status="DELIVERED", user=make_user())
    assert forget_accounting_records(now=NOW) == forget_expired_orders(NOW) == 2


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
