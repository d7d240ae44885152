"""Bank statements through the API: who may, and what they get."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from marketplace.accounts.models import User
from marketplace.graphql import to_global_id
from orders.bank_statements.entry import BankEntry, EntryStatus
from orders.models import BankMatch, BankStatement
from tests.factories.accounts import make_user
from tests.factories.orders import make_order
from tests.factories.sellers import make_member
from tests.orders.bank_statements.samples import camt, table, transfer
from tests.orders.graphql.conftest import Call, execute

pytestmark = pytest.mark.django_db

IMPORT = """mutation($file: Upload!, $currency: String, $mapping: BankCsvMappingInput) {
  bankStatementImport(file: $file, currency: $currency, mapping: $mapping) {
    newEntries knownEntries
    statements { id accountNumber format entryCount openCount firstDay openingBalance { amount } }
    mappingNeeded { headers undecided sample { cells } guess { column header } } errors { field code message } } }"""
ENTRIES = """query($filter: BankEntryFilterInput) { bankEntries(first: 20, filter: $filter) { totalCount edges { node {
  id status direction amount { amount currency } bookedOn text otherName
  suggestions { order { number } payment refund open { amount } score reasons explanations isExact isPossible }
  match { order { number } amount { amount } isRefund wasExact } events { type message } } } } }"""
MATCH = """mutation($id: ID!, $payment: ID, $refund: ID) { bankEntryMatch(id: $id, payment: $payment, refund: $refund) {
  entry { status match { order { number } } } errors { field code } } }"""
IGNORE = 'mutation($id: ID!) { bankEntryIgnore(id: $id, reason: "fee") { entry { status } errors { field code } } }'
UNDO = 'mutation($id: ID!) { bankEntryUndo(id: $id, reason: "wrong") { entry { status } errors { field code } } }'
EXACT = "mutation { bankEntriesMatchExact { matched errors { code } } }"
PAY = """query($id: ID!, $token: String) { order(id: $id, token: $token) { payment { instructions { reference qr {
  kind text svg } } } } }"""


@pytest.fixture
def staff() -> User:
    return make_user(staff_roles=["operator"])


def file(content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("statement.xml", content)


def brought(call: Call, staff: User) -> tuple[Any, str]:
    order = make_order()
    entry = transfer(f"{order.total.gross.amount:.2f}", text=order.number, name="Sanne Voorbeeld")
    call(IMPORT, {"file": file(camt(entry))}, actor=staff)
    return order, to_global_id("BankEntry", BankEntry.objects.get().pk)


def test_staff_bring_a_file_see_what_its_lines_may_be_and_apply_what_is_sure(call: Call, staff: User) -> None:
    order, _id = brought(call, staff)
    node = call(ENTRIES, {"filter": {"status": ["OPEN"]}}, actor=staff)["bankEntries"]["edges"][0]["node"]
    (found,) = node["suggestions"]
    assert found["order"]["number"] == order.number
    assert found["reasons"] == ["ORDER_NUMBER", "AMOUNT", "NAME"]
    assert found["explanations"][0] == "The order's number is in it."
    assert (found["score"], found["isExact"], found["refund"]) == (90, True, None)
    assert call(EXACT, actor=staff)["bankEntriesMatchExact"]["matched"] == 1
    node = call(ENTRIES, {"filter": {"search": order.number}}, actor=staff)["bankEntries"]["edges"][0]["node"]
    assert node["suggestions"] == []
    assert node["match"]["wasExact"] is True
    assert [event["type"] for event in node["events"]] == ["IMPORTED", "MATCHED"]
    again = call(IMPORT, {"file": file(camt())}, actor=staff)["bankStatementImport"]
    assert (again["newEntries"], again["statements"][0]["openingBalance"]["amount"]) == (0, -10)


def test_a_person_matches_undoes_and_sets_aside(call: Call, staff: User) -> None:
    order, entry = brought(call, staff)
    payment = to_global_id("Payment", order.payments.get().pk)
    for _ in range(2):
        done = call(MATCH, {"id": entry, "payment": payment}, actor=staff)["bankEntryMatch"]
        assert done["entry"] == {"status": "MATCHED", "match": {"order": {"number": order.number}}}
        refused = call(MATCH, {"id": entry, "payment": payment}, actor=staff)["bankEntryMatch"]
        assert refused["errors"] == [{"field": "id", "code": "WRONG_STATE"}]
        assert call(UNDO, {"id": entry}, actor=staff)["bankEntryUndo"]["entry"] == {"status": "OPEN"}
    assert call(IGNORE, {"id": entry}, actor=staff)["bankEntryIgnore"]["entry"] == {"status": "IGNORED"}
    assert BankMatch.objects.count() == 4


@pytest.mark.parametrize(
    ("variables", "code"),
    [({}, "REQUIRED"), ({"payment": "Payment", "refund": "Refund"}, "REQUIRED"), ({"payment": "Nothing"}, "NOT_FOUND")],
)
def test_what_it_is_has_to_be_said_exactly(call: Call, staff: User, variables: dict[str, str], code: str) -> None:
    _order, entry = brought(call, staff)
    nothing = "00000000-0000-0000-0000-000000000000"
    ids = {name: to_global_id("Payment" if kind == "Nothing" else kind, nothing) for name, kind in variables.items()}
    (error,) = call(MATCH, {"id": entry, **ids}, actor=staff)["bankEntryMatch"]["errors"]
    assert error["code"] == code


def test_a_csv_file_that_needs_deciding_takes_nothing_until_it_is_decided(call: Call, staff: User) -> None:
    content = table([["Wann", "Wieviel"], ["03.04.2026", "5,50"]])
    (refused,) = call(IMPORT, {"file": file(content)}, actor=staff)["bankStatementImport"]["errors"]
    assert (refused["field"], refused["code"]) == ("currency", "UNKNOWN_ACCOUNT")
    asked = call(IMPORT, {"file": file(content), "currency": "EUR"}, actor=staff)["bankStatementImport"]
    assert asked["mappingNeeded"]["headers"] == ["Wann", "Wieviel"]
    columns = [{"column": "DATE", "header": "Wann"}, {"column": "AMOUNT", "header": "Wieviel"}]
    half = {"file": file(content), "currency": "EUR", "mapping": {"columns": columns}}
    assert call(IMPORT, half, actor=staff)["bankStatementImport"]["mappingNeeded"]["undecided"] == "dates"
    assert not BankStatement.objects.exists()
    whole = {**half, "file": file(content), "mapping": {"columns": columns, "dateOrder": "DAY_FIRST"}}
    done = call(IMPORT, whole, actor=staff)["bankStatementImport"]
    assert (done["newEntries"], done["mappingNeeded"]) == (1, None)
    assert done["statements"][0]["firstDay"] == "2026-04-03"


@pytest.mark.parametrize("content", [b"x", b"<a/>", b"<!DOCTYPE a><a/>", b"\x00\xff"])
def test_a_file_that_is_none_is_refused_in_words(call: Call, staff: User, content: bytes) -> None:
    (error,) = call(IMPORT, {"file": file(content), "currency": "EUR"}, actor=staff)["bankStatementImport"]["errors"]
    assert (error["field"], error["code"]) == ("file", "BAD_STATEMENT")


@pytest.mark.parametrize("caller", ["nobody", "buyer", "seller"])
def test_nobody_but_staff_sees_or_moves_anything(call: Call, staff: User, caller: str) -> None:
    order, entry = brought(call, staff)
    owner = make_member(order.seller_orders.get().seller)
    actor = {"nobody": None, "buyer": make_user(), "seller": owner}[caller]
    payment = to_global_id("Payment", order.payments.get().pk)
    for document, variables in (
        (IMPORT, {"file": file(camt(transfer("1.00")))}),
        (ENTRIES, {}),
        ("{ bankAccounts { accountNumber } bankStatements(first: 1) { totalCount } }", {}),
        (MATCH, {"id": entry, "payment": payment}),
        (IGNORE, {"id": entry}),
        (UNDO, {"id": entry}),
        (EXACT, {}),
    ):
        result = execute(document, variables, actor=actor)
        assert result.errors
    assert BankEntry.objects.get().status == EntryStatus.OPEN
    assert not BankMatch.objects.exists()


def test_the_buyer_gets_a_code_to_scan(call: Call) -> None:
    order = make_order()
    variables = {"id": to_global_id("Order", order.pk), "token": order.token}
    qr = call(PAY, variables)["order"]["payment"]["instructions"]["qr"]
    assert qr["kind"] == "EPC"
    assert f"EUR{order.total.gross.amount:.2f}" in qr["text"]
    assert qr["svg"].startswith("<svg")
