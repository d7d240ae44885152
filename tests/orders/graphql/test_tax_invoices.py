"""Tax invoices and returns through the API: who may, what they get, and that a refusal changes nothing."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.utils import timezone

from i18n.today import today_here
from marketplace.accounts.models import User
from marketplace.graphql import to_global_id
from marketplace.sellers.member import MemberRole
from marketplace.sellers.seller import EntityType
from orders.invoicing.draft import draft_tax_invoice
from orders.invoicing.tax_invoice import TaxInvoice
from orders.lifecycle.by import SYSTEM
from orders.payouts.papers import PaperNotOpened, open_paper
from orders.payouts.tax_returns.prepare import prepare_tax_return
from orders.payouts.tax_returns.tax_return import TaxReturn
from orders.payouts.withholding.tax_withholding import WithholdingChange
from tests.api.tables import changed, stored
from tests.factories.accounts import make_operator, make_user
from tests.factories.sellers import make_member, make_seller
from tests.orders.graphql.conftest import Call, execute
from tests.orders.payouts.selling import earn

pytestmark = pytest.mark.django_db

INVOICE = """id number status statusDisplay kind form isExport dueOn isOverdue buyerName net { amount } tax { amount }
  total { amount } lines { name vatPercent total { amount } } events { status by } pdfUrl xmlUrl jsonUrl byHand
  availableActions authorityCode"""
LIST = f"""query($seller: ID, $filter: TaxInvoiceFilterInput) {{
  taxInvoices(first: 5, seller: $seller, filter: $filter) {{
  totalCount edges {{ node {{ {INVOICE} }} }} }} }}"""
ONE = f"query($id: ID!) {{ taxInvoice(id: $id) {{ {INVOICE} sellerOrder {{ number }} }} }}"
ACCOUNT = "query($seller: ID!) { invoicingAccount(seller: $seller) { provider hasToken services { code isReady } } }"
REVENUE = """query($seller: ID!) { householdRevenue(seller: $seller, year: 2026) { revenueVnd { amount }
  threshold { amount } sharePercent isChecked changesWithholding notices } }"""
PAYLOAD = f"taxInvoice {{ {INVOICE} }} errors {{ field code }}"
SELLER_MUTATIONS = {
    "create": f"mutation($part: ID!) {{ made: taxInvoiceCreate(sellerOrder: $part) {{ {PAYLOAD} }} }}",
    "clear": f"mutation($id: ID!, $day: Date!) {{ made: taxInvoiceClear(id: $id, day: $day) {{ {PAYLOAD} }} }}",
    "issue": f"mutation($id: ID!) {{ made: taxInvoiceIssue(id: $id) {{ {PAYLOAD} }} }}",
    "send": f"mutation($id: ID!) {{ made: taxInvoiceSend(id: $id) {{ {PAYLOAD} }} }}",
    "answer": f"""mutation($id: ID!) {{ made: taxInvoiceAnswer(id: $id, accepted: true, authorityCode: "CQT-9") {{
      {PAYLOAD} }} }}""",
    "replace": f'mutation($id: ID!) {{ made: taxInvoiceReplace(id: $id, reason: "MST") {{ {PAYLOAD} }} }}',
    "adjust": f"mutation($id: ID!) {{ made: taxInvoiceAdjust(id: $id) {{ {PAYLOAD} }} }}",
    "account": """mutation($seller: ID!) {
      made: invoicingAccountSet(seller: $seller, provider: "rest", token: "geheim") {
      account { provider hasToken } errors { field code } } }""",
}
RETURN = "taxReturn { id name status dueOn due { amount } lines { due { amount } } events { status } } errors { code }"
STAFF_MUTATIONS = {
    "prepare": f"mutation {{ made: taxReturnPrepare(year: 2026, month: 7) {{ {RETURN} }} }}",
    "file": f'mutation($return: ID!) {{ made: taxReturnFile(id: $return, reference: "F") {{ {RETURN} }} }}',
    "pay": f'mutation($return: ID!) {{ made: taxReturnPay(id: $return, reference: "P") {{ {RETURN} }} }}',
}
RETURNS = (
    "{ taxReturnToPrepare taxReturns(first: 5) { edges { node { name due { amount } lines { seller { name } } } } } }"
)


@pytest.fixture
def world() -> dict[str, Any]:
    part = earn(make_seller(entity_type=EntityType.HOUSEHOLD))
    draft = draft_tax_invoice(seller_order_id=part.pk, by=SYSTEM, now=timezone.now())
    return {"part": part, "draft": draft, "seller": part.seller, "owner": make_member(part.seller)}


def ids(world: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": to_global_id("TaxInvoice", world["draft"].pk),
        "part": to_global_id("SellerOrder", world["part"].pk),
        "seller": to_global_id("Seller", world["seller"].pk),
        "day": today_here().isoformat(),
    }


def strangers(world: dict[str, Any]) -> dict[str, User | None]:
    return {
        "anonymous": None,
        "buyer": make_user(),
        "owner of another": make_member(make_seller()),
        "packer": make_member(world["seller"], MemberRole.PACKER),
        "staff": make_operator(),
    }


def refused(result: Any) -> set[str]:
    given = (result.data or {}).get("made") or {}
    raised = {error["extensions"]["code"] for error in result.errors or ()}
    return raised | {error["code"] for error in given.get("errors") or ()}


def test_nobody_but_its_seller_writes_an_invoice(world: dict[str, Any]) -> None:
    people, variables = strangers(world), ids(world)
    before = stored()
    for name, document in SELLER_MUTATIONS.items():
        for who, actor in people.items():
            codes = refused(execute(document, variables, actor=actor))
            assert codes & {"PERMISSION_DENIED", "UNAUTHENTICATED", "NOT_FOUND"}, (name, who, codes)
    manager = make_member(world["seller"], MemberRole.MANAGER)
    before_manager = stored()
    assert refused(execute(SELLER_MUTATIONS["account"], variables, actor=manager)), "the provider is the owners' choice"
    assert not changed(before_manager, stored())
    assert {name for name in changed(before, stored()) if "orders_" in name} == set()


def test_a_manager_writes_issues_hands_over_and_corrects(call: Call, world: dict[str, Any]) -> None:
    manager, variables = make_member(world["seller"], MemberRole.MANAGER), ids(world)

    def done(name: str) -> dict[str, Any]:
        made = call(SELLER_MUTATIONS[name], variables, actor=manager)["made"]
        assert made["errors"] == [], (name, made["errors"])
        return made["taxInvoice"]

    assert done("create")["id"] == variables["id"], "it was drafted by itself"
    cleared = done("clear")
    assert cleared["dueOn"] and cleared["availableActions"] == ["CLEAR", "ISSUE"] and cleared["xmlUrl"] is None
    issued = done("issue")
    assert (issued["number"], issued["form"], issued["availableActions"]) == (
        "2C26TBD 00000001" if today_here().year == 2026 else issued["number"], "SALES", ["SEND", "REPLACE"],
    )  # fmt: skip
    early = call(SELLER_MUTATIONS["answer"], variables, actor=manager)["made"]
    assert early["errors"] == [{"field": "id", "code": "ILLEGAL_MOVE"}]
    assert done("send")["status"] == "SENT" and done("send")["authorityCode"] == ""
    taken = done("answer")
    assert (taken["status"], taken["authorityCode"]) == ("ACCEPTED", "CQT-9")
    nothing = call(SELLER_MUTATIONS["adjust"], variables, actor=manager)["made"]
    assert nothing["errors"] == [{"field": "id", "code": "NOTHING_TO_ADJUST"}]
    assert done("replace")["status"] == "DRAFT"
    assert [event["status"] for event in taken["events"]] == ["DRAFT", "DRAFT", "ISSUED", "SENT", "ACCEPTED"]


def test_who_reads_and_opens_the_papers(call: Call, world: dict[str, Any]) -> None:
    variables = ids(world)
    call(SELLER_MUTATIONS["issue"], variables, actor=world["owner"])
    for actor in (world["owner"], make_operator()):
        [edge] = call(LIST, {"seller": variables["seller"]}, actor=actor)["taxInvoices"]["edges"]
        for name, begins in (("pdfUrl", b"%PDF"), ("xmlUrl", b"<?xml"), ("jsonUrl", b"{")):
            _name, content, _type = open_paper(edge["node"][name].rpartition("/")[2])
            assert content.startswith(begins)
    assert call(ONE, variables, actor=world["owner"])["taxInvoice"]["sellerOrder"]["number"] == world["part"].number
    for who, actor in strangers(world).items():
        if who == "staff" or actor is None:
            continue
        assert execute(ONE, variables, actor=actor).data["taxInvoice"] is None, who
        for document in (LIST, ACCOUNT, REVENUE):
            assert execute(document, variables, actor=actor).errors, (who, document)
    assert execute(LIST, {}, actor=world["owner"]).errors, "everybody's are for staff"
    assert call(LIST, {"filter": {"needsAttention": True}}, actor=make_operator())["taxInvoices"]["totalCount"] == 0
    TaxInvoice.objects.update(trouble="the token was refused")
    assert call(LIST, {"filter": {"needsAttention": True}}, actor=make_operator())["taxInvoices"]["totalCount"] == 1
    with pytest.raises(PaperNotOpened):
        open_paper("guessed")


def test_the_key_of_a_service_is_never_shown(call: Call, world: dict[str, Any], settings: Any) -> None:
    variables = ids(world)
    unready = call(SELLER_MUTATIONS["account"], variables, actor=world["owner"])["made"]
    assert unready["errors"] == [{"field": "provider", "code": "PROVIDER_NOT_READY"}]
    settings.TAX_INVOICE_URL = "https://gateway.example"
    made = call(SELLER_MUTATIONS["account"], variables, actor=world["owner"])["made"]
    assert made["account"] == {"provider": "rest", "hasToken": True}
    shown = call(ACCOUNT, variables, actor=world["owner"])["invoicingAccount"]
    assert shown["hasToken"] and "geheim" not in str(shown) and "geheim" not in str(stored())


def test_a_household_sees_its_revenue_beside_the_threshold(call: Call, world: dict[str, Any]) -> None:
    WithholdingChange.objects.update(at=datetime(2026, 8, 1, tzinfo=UTC))
    found = call(REVENUE, ids(world), actor=world["owner"])["householdRevenue"]
    assert (found["isChecked"], found["changesWithholding"]) == (False, False)
    assert len(found["notices"]) == 3 and "may not be all" in found["notices"][0]
    enterprise = make_seller(entity_type=EntityType.ENTERPRISE)
    other = {"seller": to_global_id("Seller", enterprise.pk)}
    assert call(REVENUE, other, actor=make_operator())["householdRevenue"] is None


def test_staff_declare_and_pay_withheld_tax(call: Call, world: dict[str, Any]) -> None:
    WithholdingChange.objects.update(at=datetime(2026, 7, 15, tzinfo=UTC))
    row = prepare_tax_return(year=2026, month=7, by=None, now=datetime(2026, 8, 2, tzinfo=UTC))
    variables = {"return": to_global_id("TaxReturn", row.pk)}
    people = strangers(world) | {"own owner": world["owner"]}
    staff = people.pop("staff")
    before = stored()
    for name, document in {**STAFF_MUTATIONS, "read": RETURNS}.items():
        for who, actor in people.items():
            codes = refused(execute(document, variables, actor=actor))
            assert codes & {"PERMISSION_DENIED", "UNAUTHENTICATED"}, (name, who)
    assert not changed(before, stored())
    early = call(STAFF_MUTATIONS["pay"], variables, actor=staff)["made"]
    assert early["errors"] == [{"code": "ILLEGAL_MOVE"}]
    for name, status in (("prepare", "PREPARED"), ("file", "FILED"), ("pay", "PAID"), ("pay", "PAID")):
        made = call(STAFF_MUTATIONS[name], variables, actor=staff)["made"]
        assert (made["errors"], made["taxReturn"]["status"]) == ([], status)
    listed = call(RETURNS, {}, actor=staff)
    assert listed["taxReturns"]["edges"][0]["node"]["name"] == "2026-07" and TaxReturn.objects.count() == 1
