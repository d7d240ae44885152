"""Paying sellers at the operator's desk: plan, file, report, by hand, hold, explain."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from marketplace.graphql import to_global_id
from orders.payouts.payout.payout import Payout
from orders.payouts.reconciliation.difference import Difference
from orders.payouts.schedule.hold import PayoutHold
from tests.factories.accounts import make_operator, make_user
from tests.factories.sellers import make_seller
from tests.frontend.desk_visitors import carried_out, read, sign_in
from tests.frontend.soundness import problems
from tests.orders.payouts.reports import report
from tests.orders.payouts.selling import earn, make_bank_account

pytestmark = pytest.mark.django_db
PAGE = "/en/operator/payouts"


@pytest.fixture
def operator(client: Client) -> Client:
    return sign_in(client, make_operator())


def planned(**account: Any) -> Payout:
    seller = make_seller()
    make_bank_account(seller, usable_from=timezone.now() - timedelta(days=1), **account)
    earn(seller)
    return Payout()


def page_of(payout: Payout) -> str:
    return f"{PAGE}/{to_global_id('Payout', payout.pk)}"


def test_plan_write_the_file_and_read_the_report(operator: Client) -> None:
    planned()
    carried_out(operator, PAGE, "plan")
    payout = Payout.objects.get()
    assert payout.number in read(operator, PAGE)
    carried_out(operator, PAGE, "write", currency="eur")
    html = read(operator, f"{PAGE}?status=SENT")
    assert payout.number in html
    assert "BDM-" in html
    carried_out(operator, PAGE, "report", file=SimpleUploadedFile("r.xml", report(payout, "ACSC")))
    html = read(operator, page_of(payout))
    assert "Paid" in html
    assert problems(html, language="en") == []


def test_pay_by_hand_with_a_code_and_have_it_sent_back(operator: Client) -> None:
    planned(country="NL", account_number="NL91ABNA0417164300", bic="ABNANL2A")
    carried_out(operator, PAGE, "plan")
    Payout.objects.update(rail="manual")
    payout = Payout.objects.get()
    html = read(operator, page_of(payout))
    assert "NL91ABNA0417164300" in html
    assert "data:image/svg+xml," in html
    assert problems(html, language="en") == []
    carried_out(operator, page_of(payout), "sent", reference="FT-1")
    carried_out(operator, page_of(payout), "confirm", reference="")
    carried_out(operator, page_of(payout), "reject", reason="Account closed")
    payout.refresh_from_db()
    assert (payout.status, payout.reference) == ("REJECTED", "FT-1")
    assert "Account closed" in read(operator, page_of(payout))


def test_hold_and_let_go(operator: Client) -> None:
    planned()
    carried_out(operator, PAGE, "plan")
    payout = Payout.objects.get()
    seller = to_global_id("Seller", payout.seller_id)
    carried_out(operator, page_of(payout), "hold", seller=seller, reason="Whose account is it?")
    assert "Whose account is it?" in read(operator, PAGE)
    carried_out(operator, page_of(payout), "cancel", reason="Wait")
    carried_out(operator, PAGE, "release", seller=seller)
    assert not PayoutHold.objects.filter(released_at=None).exists()


def test_explain_a_difference(operator: Client) -> None:
    row = Difference.objects.create(
        key="k", kind="NOT_IN_LEDGER", gateway="bank_transfer", currency="EUR", ledger_amount=0, provider_amount=5,
        on=timezone.localdate(), found_at=timezone.now(), about="?",
    )  # fmt: skip
    books = "/en/operator/books"
    html = read(operator, books)
    assert "nothing was booked for" in html
    assert "Not filed" in html
    assert problems(html, language="en") == []
    carried_out(operator, books, "explain", id=to_global_id("LedgerDifference", row.pk), explanation="Interest")
    assert "Interest" in read(operator, f"{books}?state=EXPLAINED")
    carried_out(operator, books, "compare")
    row.refresh_from_db()
    assert row.gone_at is not None, "no statement has it"


def test_nobody_else_gets_in(client: Client) -> None:
    visitor = sign_in(client, make_user())
    for path in (PAGE, "/en/operator/books"):
        assert visitor.get(path).status_code in {403, 404}
