"""Money out through the API: who may, what they get, and that a refusal changes nothing."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from marketplace.accounts.models import User
from marketplace.graphql import to_global_id
from marketplace.sellers.member import MemberRole
from marketplace.sellers.models import Seller
from orders.payouts.papers import PaperNotOpened, open_paper
from orders.payouts.payout.payout import Payout
from orders.payouts.payout.plan_payouts import plan_payouts
from orders.payouts.reconciliation.difference import Difference
from tests.api.tables import changed, stored
from tests.factories.accounts import PASSWORD, make_operator, make_user
from tests.factories.sellers import make_member, make_seller
from tests.orders.graphql.conftest import Call, execute
from tests.orders.payouts.reports import report
from tests.orders.payouts.selling import earn, make_bank_account

pytestmark = pytest.mark.django_db

PAYOUT = """id number status statusDisplay railName amount { amount currency } holder bankName maskedAccount
  seller { name } lines { number amount { amount } } events { status reason }"""
LIST = f"""query($seller: ID, $filter: PayoutFilterInput) {{ payouts(first: 5, seller: $seller, filter: $filter) {{
  totalCount edges {{ node {{ {PAYOUT} }} }} }} }}"""
FOR_STAFF = "query($id: ID!) { payout(id: $id) { file { messageId url } instructions { accountNumber reference qr } } }"
BALANCES = """query($seller: ID!) { payoutBalances(seller: $seller) { currency payable { amount } nextAmount { amount }
  minimum { amount } frequency day isReady waits explanation hold { reason } } }"""
ACCOUNTS = "query($seller: ID!) { sellerBankAccounts(seller: $seller) { maskedNumber accountNumber holder } }"
STATEMENT = """query($seller: ID!, $first: Date!, $last: Date!) { sellerStatement(seller: $seller, currency: "EUR",
  firstDay: $first, lastDay: $last) { opening { amount } closing { amount } earned { amount } paidOut { amount }
  firstDay lastDay lines { number sales { amount } commission { amount } amount { amount } }
  payouts { name reference amount { amount } } pdfUrl xlsxUrl } }"""
SET = """mutation($seller: ID!, $input: SellerBankAccountInput!, $password: String!) { sellerBankAccountSet(
  seller: $seller, input: $input, password: $password) { account { maskedNumber accountNumber }
  errors { field code } } }"""
INPUT = {"currency": "EUR", "holder": "Voorbeeld", "bankName": "Bank", "country": "NL",
         "accountNumber": "NL91 ABNA 0417 1643 00", "bic": "ABNANL2A"}  # fmt: skip
RUN = "mutation { payoutPlanRun { payouts { number } errors { code } } }"
STAFF_MUTATIONS = {
    "run": RUN,
    "sent": "mutation($id: ID!) { payoutMarkSent(id: $id) { payout { status } errors { code } } }",
    "confirm": "mutation($id: ID!) { payoutConfirm(id: $id) { payout { status } errors { code } } }",
    "reject": 'mutation($id: ID!) { payoutReject(id: $id, reason: "x") { payout { status } errors { code } } }',
    "cancel": 'mutation($id: ID!) { payoutCancel(id: $id, reason: "x") { payout { status } errors { code } } }',
    "file": 'mutation { payoutFileCreate(currency: "EUR") { file { messageId url count } errors { code } } }',
    "hold": 'mutation($seller: ID!) { payoutHold(seller: $seller, reason: "x") { hold { reason } errors { code } } }',
    "release": "mutation($seller: ID!) { payoutRelease(seller: $seller) { released errors { code } } }",
    "schedule": """mutation { payoutScheduleSet(input: {frequency: MONTHLY, day: 5, currency: "EUR", minimum: 10}) {
      schedule { frequency day minimum { amount } } errors { field code } } }""",
    "reconcile": "mutation { reconciliationRun { differences errors { code } } }",
    "explain": """mutation($difference: ID!) { ledgerDifferenceExplain(id: $difference, explanation: "x") {
      difference { state explanation explainedBy } errors { code } } }""",
    "report": "mutation($file: Upload!) { payoutReportTake(file: $file) { confirmed rejected errors { code } } }",
}


@pytest.fixture
def world() -> dict[str, Any]:
    part = earn()
    seller = part.seller
    make_bank_account(seller, usable_from=timezone.now())
    [payout] = plan_payouts(now=timezone.now())
    return {"seller": seller, "payout": payout, "owner": make_member(seller), "part": part}


def ids(world: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": to_global_id("Payout", world["payout"].pk),
        "seller": to_global_id("Seller", world["seller"].pk),
        "difference": to_global_id("LedgerDifference", 1),
        "file": SimpleUploadedFile("r.xml", b"<x/>"),
    }


def strangers(seller: Seller) -> dict[str, User | None]:
    return {
        "anonymous": None,
        "buyer": make_user(),
        "owner of another": make_member(make_seller()),
        "packer": make_member(seller, MemberRole.PACKER),
        "owner": make_member(seller),
    }


@pytest.mark.parametrize("name", sorted(STAFF_MUTATIONS))
def test_only_staff_move_money(name: str, world: dict[str, Any]) -> None:
    people = strangers(world["seller"])
    before = stored()
    for who, actor in people.items():
        result = execute(STAFF_MUTATIONS[name], ids(world), actor=actor)
        codes = {error["extensions"]["code"] for error in result.errors or ()}
        assert codes & {"PERMISSION_DENIED", "UNAUTHENTICATED"}, (name, who)
    assert not changed(before, stored())


def test_sellers_see_their_own_and_nobody_elses(call: Call, world: dict[str, Any]) -> None:
    variables = ids(world)
    seller = {"seller": variables["seller"]}
    [edge] = call(LIST, {**seller, "filter": {"status": ["PLANNED"]}}, actor=world["owner"])["payouts"]["edges"]
    assert edge["node"]["number"] == world["payout"].number
    assert edge["node"]["maskedAccount"] == "••••8888"
    assert edge["node"]["lines"][0]["number"] == world["part"].number
    assert sum(line["amount"]["amount"] for line in edge["node"]["lines"]) == edge["node"]["amount"]["amount"]
    for who, actor in strangers(world["seller"]).items():
        if who == "owner":
            continue
        for document in (LIST, BALANCES, ACCOUNTS, STATEMENT):
            today = timezone.localdate().isoformat()
            result = execute(document, {**seller, "first": today, "last": today}, actor=actor)
            assert result.errors, (who, document)
        assert execute(FOR_STAFF, variables, actor=actor).data.get("payout") is None if actor else True
    assert execute(LIST, {}, actor=world["owner"]).errors, "everybody's payouts are for staff"


def test_managers_read_and_only_owners_see_the_account(call: Call, world: dict[str, Any]) -> None:
    seller = {"seller": ids(world)["seller"]}
    manager = make_member(world["seller"], MemberRole.MANAGER)
    assert call(ACCOUNTS, seller, actor=world["owner"])["sellerBankAccounts"][0]["accountNumber"] == "113366668888"
    for actor in (manager, make_operator()):
        result = execute(ACCOUNTS, seller, actor=actor)
        assert result.data["sellerBankAccounts"][0]["accountNumber"] is None
        assert result.data["sellerBankAccounts"][0]["maskedNumber"] == "••••8888"
    before = stored()
    refused = execute(SET, {**seller, "input": INPUT, "password": PASSWORD}, actor=manager)
    assert refused.errors
    assert not changed(before, stored())


def test_an_owner_sets_the_account_with_the_password(call: Call, world: dict[str, Any]) -> None:
    variables = {"seller": ids(world)["seller"], "input": INPUT, "password": PASSWORD}
    wrong = call(SET, {**variables, "password": "guess"}, actor=world["owner"])["sellerBankAccountSet"]
    assert wrong["errors"] == [{"field": "password", "code": "INVALID_PASSWORD"}]
    bad = call(SET, {**variables, "input": {**INPUT, "accountNumber": "NL92ABNA0417164300"}}, actor=world["owner"])
    assert bad["sellerBankAccountSet"]["errors"] == [{"field": "accountNumber", "code": "INVALID"}]
    done = call(SET, variables, actor=world["owner"])["sellerBankAccountSet"]
    assert done["account"] == {"maskedNumber": "••••4300", "accountNumber": "NL91ABNA0417164300"}


def test_balances_say_why_they_wait(call: Call, world: dict[str, Any]) -> None:
    variables = ids(world)
    seller = {"seller": variables["seller"]}
    [row] = call(BALANCES, seller, actor=world["owner"])["payoutBalances"]
    assert (row["waits"], row["isReady"], row["frequency"]) == ("NOTHING_PAYABLE", False, "WEEKLY")
    earn(world["seller"])
    call(STAFF_MUTATIONS["hold"], variables, actor=make_operator())
    [row] = call(BALANCES, seller, actor=world["owner"])["payoutBalances"]
    assert (row["waits"], row["hold"]["reason"]) == ("HELD", "x")
    assert row["explanation"]


def test_a_statement_and_its_files(call: Call, world: dict[str, Any]) -> None:
    today = timezone.localdate()
    first, last = today.replace(month=1, day=1).isoformat(), today.replace(month=12, day=31).isoformat()
    variables = {"seller": ids(world)["seller"], "first": first, "last": last}
    made = call(STATEMENT, variables, actor=world["owner"])["sellerStatement"]
    assert made["closing"]["amount"] == 0
    assert made["earned"]["amount"] == -made["paidOut"]["amount"] == world["payout"].money.amount
    assert [line["number"] for line in made["lines"]] == [world["part"].number]
    for name, start in (("pdfUrl", b"%PDF"), ("xlsxUrl", b"PK")):
        _name, content, _type = open_paper(made[name].rsplit("/", 1)[1])
        assert content.startswith(start)
    with pytest.raises(PaperNotOpened):
        open_paper(made["pdfUrl"].rsplit("/", 1)[1] + "x")
    assert execute(STATEMENT, {**variables, "first": "2020-01-01"}, actor=world["owner"]).errors


def test_staff_send_a_file_and_take_the_banks_answer(call: Call, world: dict[str, Any]) -> None:
    operator, payout = make_operator(), world["payout"]
    made = call(STAFF_MUTATIONS["file"], actor=operator)["payoutFileCreate"]
    assert made["file"]["count"] == 1
    _name, content, _type = open_paper(made["file"]["url"].rsplit("/", 1)[1])
    assert payout.number.encode() in content
    answer = SimpleUploadedFile("report.xml", report(payout, "ACSC"))
    taken = call(STAFF_MUTATIONS["report"], {"file": answer}, actor=operator)["payoutReportTake"]
    assert (taken["confirmed"], taken["rejected"], taken["errors"]) == (1, 0, [])
    bad = call(STAFF_MUTATIONS["report"], {"file": SimpleUploadedFile("x", b"<x/>")}, actor=operator)
    assert bad["payoutReportTake"]["errors"] == [{"code": "BAD_REPORT"}]
    assert call(STAFF_MUTATIONS["cancel"], ids(world), actor=operator)["payoutCancel"]["errors"] == [
        {"code": "ILLEGAL_MOVE"}
    ]


def test_staff_pay_by_hand_with_a_qr_code(call: Call) -> None:
    seller, operator = earn().seller, make_operator()
    make_bank_account(
        seller, usable_from=timezone.now(), bic="ABNANL2A", country="NL", account_number="NL91ABNA0417164300"
    )
    call(RUN, actor=operator)
    Payout.objects.update(rail="manual")
    variables = {"id": to_global_id("Payout", Payout.objects.get().pk)}
    pay = call(FOR_STAFF, variables, actor=operator)["payout"]["instructions"]
    assert pay["accountNumber"] == "NL91ABNA0417164300"
    assert pay["qr"].startswith("<")
    assert call(STAFF_MUTATIONS["sent"], variables, actor=operator)["payoutMarkSent"]["payout"]["status"] == "SENT"
    assert (
        call(STAFF_MUTATIONS["confirm"], variables, actor=operator)["payoutConfirm"]["payout"]["status"] == "CONFIRMED"
    )
    assert call(STAFF_MUTATIONS["reject"], variables, actor=operator)["payoutReject"]["payout"]["status"] == "REJECTED"


def test_schedules_differences_and_returns(call: Call) -> None:
    operator = make_operator()
    done = call(STAFF_MUTATIONS["schedule"], actor=operator)["payoutScheduleSet"]
    assert done["schedule"] == {"frequency": "MONTHLY", "day": 5, "minimum": {"amount": 10}}
    bad = call(STAFF_MUTATIONS["schedule"].replace("day: 5", "day: 29"), actor=operator)["payoutScheduleSet"]
    assert bad["errors"][0]["field"] == "day"
    row = Difference.objects.create(
        key="k", kind="NOT_IN_LEDGER", gateway="bank_transfer", currency="EUR", ledger_amount=0, provider_amount=5,
        on=timezone.localdate(), found_at=timezone.now(),
    )  # fmt: skip
    listed = (
        "{ ledgerDifferences(first: 5, filter: {state: OPEN}) { edges { node { id message state explainedBy } } } }"
    )
    assert call(listed, actor=operator)["ledgerDifferences"]["edges"][0]["node"]["message"]
    variables = {"difference": to_global_id("LedgerDifference", row.pk)}
    said = call(STAFF_MUTATIONS["explain"], variables, actor=operator)["ledgerDifferenceExplain"]["difference"]
    assert said == {"state": "EXPLAINED", "explanation": "x", "explainedBy": operator.email}
    prepared = "{ withholdingReturn(year: 2026, month: 8) { dueOn notices rows { seller { name } } csvUrl } }"
    made = call(prepared, actor=operator)["withholdingReturn"]
    assert made["dueOn"] == "2026-09-20"
    assert "Not filed" in made["notices"][0]
    assert open_paper(made["csvUrl"].rsplit("/", 1)[1])[1].startswith(b"\xef\xbb\xbf")
    assert execute("{ withholdingReturn(year: 2026, month: 13) { dueOn } }", actor=operator).errors
