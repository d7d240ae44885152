"""The operator's desk: bringing a statement and deciding about its lines."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from marketplace.graphql import to_global_id
from orders.bank_statements.entry import BankEntry
from tests.frontend.desk_visitors import carried_out, read, refused, sign_in
from tests.frontend.operator_desk.world import DESK, Waiting, make_waiting
from tests.orders.bank_statements.samples import table

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting(browser: Client) -> Waiting:
    made = make_waiting()
    sign_in(browser, made.operator)
    return made


def line(entry: BankEntry) -> str:
    return f"{DESK}/bank/{to_global_id('BankEntry', entry.pk)}"


def test_what_leaves_no_doubt_is_assigned_in_one_go(browser: Client, waiting: Waiting) -> None:
    html = read(browser, f"{DESK}/bank")
    assert waiting.unpaid.number in html
    assert "no doubt" in html
    html = carried_out(browser, f"{DESK}/bank", "match_exact")
    assert "Assigned without doubt: 1." in html
    waiting.unpaid.refresh_from_db()
    assert waiting.unpaid.status == "UNFULFILLED"
    assert waiting.unpaid.number in read(browser, f"{DESK}/bank?status=MATCHED")


def test_a_line_is_assigned_undone_and_set_aside(browser: Client, waiting: Waiting) -> None:
    path = line(waiting.entry)
    payment = to_global_id("Payment", waiting.unpaid.payments.get().pk)
    html = carried_out(browser, path, "assign", payment=payment)
    assert "A person decided." in html
    assert "This field is needed." in refused(browser, path, "undo", reason="")
    html = carried_out(browser, path, "undo", reason="another buyer")
    assert "Opened again: another buyer" in html
    html = carried_out(browser, path, "ignore", reason="interest")
    assert "Set aside: interest" in html


def test_a_person_may_name_another_order(browser: Client, waiting: Waiting) -> None:
    html = refused(browser, line(waiting.entry), "assign", orderNumber="BDM-2020-999999")
    assert "is no order" in html
    html = carried_out(browser, line(waiting.entry), "assign", orderNumber=waiting.unpaid.number.lower())
    assert waiting.unpaid.number in html


def test_a_file_that_needs_deciding_is_asked_about_and_then_taken(browser: Client, waiting: Waiting) -> None:
    content = table([["Wann", "Wieviel"], ["03.04.2026", "5,50"]])

    def file() -> SimpleUploadedFile:
        return SimpleUploadedFile("a.csv", content)

    path = f"{DESK}/bank"
    response = browser.post(path, {**_token(browser, path), "action": "bring", "currency": "EUR", "file": file()})
    html = response.content.decode()
    assert response.status_code == 422
    assert "Wann" in html
    assert "Nothing was taken." in html
    chosen = {"as-0": "DATE", "header-0": "Wann", "as-1": "AMOUNT", "header-1": "Wieviel", "dateOrder": "DAY_FIRST"}
    fields = {**_token(browser, path), "action": "bring", "currency": "EUR", "file": file(), **chosen}
    assert browser.post(path, fields).status_code == 302
    assert "1 new lines" in read(browser, path)
    assert BankEntry.objects.count() == 2


def test_a_file_that_is_none_is_refused_in_words(browser: Client, waiting: Waiting) -> None:
    path = f"{DESK}/bank"
    file = SimpleUploadedFile("a.xml", b"<nothing/>")
    response = browser.post(path, {**_token(browser, path), "action": "bring", "currency": "EUR", "file": file})
    assert response.status_code == 422
    assert "cannot be read as a bank statement" in response.content.decode()


def _token(browser: Client, path: str) -> dict[str, str]:
    html = browser.get(path).content.decode()
    return {"csrfmiddlewaretoken": html.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]}
