"""What shoppers and sellers do through the API, and who may."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from catalog.traceability.shopper.checks.piece_pin import PiecePin
from catalog.traceability.shopper.fakes.report import FakeReport, FakeReportStep
from catalog.traceability.shopper.fakes.tell import FakeData, report_fake
from catalog.traceability.shopper.feedback.feedback import TraceFeedback
from catalog.traceability.shopper.feedback.give import give_feedback
from catalog.traceability.shopper.scans.scan_alert import ScanAlert
from catalog.traceability.shopper.scans.scan_count import ScanCount
from catalog.traceability.shopper.scans.watch import watch_scans
from catalog.traceability.shopper.warranty.register import make_token
from catalog.traceability.shopper.warranty.registration import WarrantyRegistration
from catalog.traceability.shopper.warranty.terms import WarrantyTerms, set_warranty_terms
from marketplace.graphql import ClientInfo, Context, Schema, to_global_id
from marketplace.sellers.member import MemberRole
from tests.factories.accounts import make_operator, make_user
from tests.factories.sellers import make_member, make_seller
from tests.factories.traceability import make_code, make_lot

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
TELEPHONE = "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36"
CALLERS = ("anonymous", "buyer", "other seller", "staff", "packer", "manager")


def callers(seller: Any) -> dict[str, Any]:
    people = [None, make_user(), make_member(make_seller()), make_operator()]
    own = [make_member(seller, role) for role in (MemberRole.PACKER, MemberRole.MANAGER)]
    return dict(zip(CALLERS, [*people, *own], strict=True))


@pytest.fixture
def facts() -> dict[str, Any]:
    lot = make_lot()
    code = make_code(lot)
    ScanCount.objects.create(code=code, day=NOW.date(), country="NL", count=50)
    ScanCount.objects.create(code=code, day=NOW.date(), country="", count=2)
    watch_scans(now=NOW)
    give_feedback(code=code, rating=5, text="Đẹp", language="vi", now=NOW)
    WarrantyRegistration.objects.create(
        seller=lot.seller, code=code, email="a@example.org", language="nl", bought_on=date(2026, 11, 1),
        ends_on=date(2028, 11, 1), consented_at=NOW, confirmed_at=NOW,
    )  # fmt: skip
    report = report_fake(data=FakeData(code=code.pk, bought_at="Chợ", country="VN"), photo=None, now=NOW)
    return {"lot": lot, "code": code, "alert": ScanAlert.objects.get(rule="FAST_PACE"), "report": report}


READS = {
    "scanAlerts": ("scanAlerts(seller: $seller, acknowledged: false, first: 5) { totalCount edges { node { id rule "
                   "meaning scans since note acknowledgedBy countries { code } code { code lot { number } } } } }",
                   {"packer", "manager"}),
    "lotScans": ("lotScans(seller: $seller) { scans codes lot { number } countries { country { code } scans } }",
                 {"packer", "manager"}),
    "traceFeedback": ("traceFeedback(seller: $seller, first: 5) { edges { node { rating text language { code } "
                      "code { grouped } } } }", {"packer", "manager"}),
    "warrantyRegistrations": ("warrantyRegistrations(seller: $seller, first: 5) { edges { node { email endsOn boughtAt "
                              "code { code } } } }", {"manager"}),
    "fakeReports": ("fakeReports(seller: $seller, first: 5) { edges { node { typedCode state stateDisplay photoUrl "
                    "contactEmail country { code } code { code } seller { slug } steps { note } } } }",
                    {"packer", "manager"}),
}  # fmt: skip


def test_who_may_read(execute: Any, facts: dict[str, Any]) -> None:
    lot = facts["lot"]
    people = callers(lot.seller)
    for name, (body, allowed) in READS.items():
        document = f"query ($seller: ID!) {{ {body} }}"
        for caller, actor in people.items():
            result = execute(document, {"seller": to_global_id("Seller", lot.seller_id)}, actor=actor)
            assert (not result.errors) == (caller in allowed), (name, caller, result.errors)
            assert caller in allowed or not (result.data or {}).get(name), (name, caller)
    everything = "{ fakeReports(first: 5) { totalCount edges { node { typedCode } } } }"
    for caller, actor in people.items():
        assert (not execute(everything, actor=actor).errors) == (caller == "staff"), caller


def test_what_the_seller_reads(execute: Any, facts: dict[str, Any]) -> None:
    bodies = "\n".join(body for body, _allowed in READS.values())
    manager = make_member(facts["lot"].seller, MemberRole.MANAGER)
    variables = {"seller": to_global_id("Seller", facts["lot"].seller_id)}
    data = execute(f"query ($seller: ID!) {{ {bodies} }}", variables, actor=manager).data
    rules = {edge["node"]["rule"] for edge in data["scanAlerts"]["edges"]}
    assert rules == {"FAST_PACE", "BEFORE_SHIPPING"}
    assert data["lotScans"][0]["countries"] == [
        {"country": {"code": "NL"}, "scans": 50}, {"country": None, "scans": 2}]  # fmt: skip
    assert data["traceFeedback"]["edges"][0]["node"]["text"] == "Đẹp"
    assert data["warrantyRegistrations"]["edges"][0]["node"]["email"] == "a@example.org"
    assert data["fakeReports"]["edges"][0]["node"]["stateDisplay"] == "New"


def test_where_a_reporter_may_be_asked_is_for_those_who_act(execute: Any, facts: dict[str, Any]) -> None:
    FakeReport.objects.update(contact_email="a@example.org")
    document = "query ($seller: ID!) { fakeReports(seller: $seller, first: 5) { edges { node { contactEmail } } } }"
    seller = facts["lot"].seller
    for role, told in ((MemberRole.PACKER, None), (MemberRole.MANAGER, "a@example.org")):
        data = execute(document, {"seller": to_global_id("Seller", seller.pk)}, actor=make_member(seller, role)).data
        assert data["fakeReports"]["edges"][0]["node"]["contactEmail"] == told, role


def state() -> tuple[Any, ...]:
    return (
        list(ScanAlert.objects.order_by("pk").values_list("acknowledged_at", "note")),
        list(FakeReport.objects.values_list("state", "contact_email")),
        FakeReportStep.objects.count(), PiecePin.objects.count(),
        list(WarrantyTerms.objects.values_list("product_id", "months")),
    )  # fmt: skip


def writes(facts: dict[str, Any]) -> dict[str, tuple[str, dict[str, Any], set[str]]]:
    lot, code = facts["lot"], facts["code"]
    return {
        "scanAlertAcknowledge": (
            "mutation ($id: ID!) { scanAlertAcknowledge(id: $id, note: \"Xong\") { alert { note } errors { code } } }",
            {"id": to_global_id("ScanAlert", facts["alert"].pk)}, {"packer", "manager"},
        ),
        "fakeReportMove": (
            "mutation ($id: ID!) { fakeReportMove(id: $id, state: LOOKED_INTO, note: \"x\") "
            "{ report { state } errors { code } } }",
            {"id": to_global_id("FakeReport", facts["report"].pk)}, {"staff", "manager"},
        ),
        "tracePinsCreate": (
            "mutation ($lot: ID!, $codes: [String!]!) { tracePinsCreate(lotId: $lot, codes: $codes) "
            "{ pins { code pin } errors { field code } } }",
            {"lot": to_global_id("Lot", lot.pk), "codes": [code.pk]}, {"manager"},
        ),
        "warrantyTermsSet": (
            "mutation ($product: ID!) { warrantyTermsSet(product: $product, months: 24) "
            "{ product { warrantyMonths } errors { code } } }",
            {"product": to_global_id("Product", lot.variant.product_id)}, {"manager"},
        ),
    }  # fmt: skip


@pytest.mark.parametrize("name", ["scanAlertAcknowledge", "fakeReportMove", "tracePinsCreate", "warrantyTermsSet"])
def test_who_may_write(execute: Any, facts: dict[str, Any], name: str) -> None:
    document, variables, allowed = writes(facts)[name]
    people = callers(facts["lot"].seller)
    start = state()
    for caller, actor in people.items():
        before = state()
        result = execute(document, variables, actor=actor)
        payload = (result.data or {}).get(name)
        is_refused = bool(result.errors) or bool(payload and payload["errors"])
        if caller not in allowed:
            assert is_refused, (name, caller)
            assert state() == before, (name, caller)
    assert state() != start
    assert not is_refused, (name, result.errors, payload)  # the manager came last


def test_scans_of_people_count_those_of_robots_and_own_people_do_not(
    trace_schema: Schema, facts: dict[str, Any]
) -> None:
    document = 'mutation ($code: String!) { traceScanCount(code: $code, country: "DE") { counted errors { code } } }'
    code = make_code(facts["lot"])

    def scan(agent: str, actor: Any = None) -> Any:
        context = Context(client=ClientInfo(ip="192.0.2.7", user_agent=agent))
        if actor is not None:
            context.actor = actor
        answer: Any = trace_schema.execute(document, {"code": code.pk}, context=context)
        return answer.data["traceScanCount"]["counted"]

    assert scan(TELEPHONE) is True
    assert scan(TELEPHONE, make_user()) is True
    assert scan("Mozilla/5.0 (compatible; Googlebot/2.1)") is False
    assert scan(TELEPHONE, make_member(facts["lot"].seller)) is False
    assert list(ScanCount.objects.filter(code=code).values_list("country", "count")) == [("DE", 2)]


def test_a_shopper_checks_registers_tells_and_reports(execute: Any, facts: dict[str, Any]) -> None:
    lot = facts["lot"]
    code = make_code(lot)
    set_warranty_terms(product=lot.variant.product, months=12)
    manager = make_member(lot.seller, MemberRole.MANAGER)
    made = execute(writes(facts)["tracePinsCreate"][0],
                   {"lot": to_global_id("Lot", lot.pk), "codes": [code.pk]}, actor=manager)  # fmt: skip
    pin = made.data["tracePinsCreate"]["pins"][0]["pin"]
    shown = execute("query ($c: String!) { trace(code: $c) { hasPin scans warrantyMonths } }", {"c": code.pk})
    assert shown.data["trace"] == {"hasPin": True, "scans": 0, "warrantyMonths": 12}
    check = "mutation ($c: String!, $p: String!) { tracePieceCheck(code: $c, pin: $p) { check { outcome checks } } }"
    answers = [execute(check, {"c": code.pk, "p": typed}).data["tracePieceCheck"]["check"]["outcome"]
               for typed in (pin, pin, "ZZZZZZZ")]  # fmt: skip
    assert answers == ["FIRST", "CHECKED_BEFORE", "WRONG"]
    register = (
        """mutation ($i: WarrantyRegisterInput!) { warrantyRegister(input: $i) { endsOn errors { field code } } }"""
    )
    bought = {"code": code.pk, "email": "b@example.org", "boughtOn": "2026-11-02", "consents": True}
    result = execute(register, {"i": bought})
    assert result.data["warrantyRegister"] == {"endsOn": "2027-11-02", "errors": []}
    refused = execute(register, {"i": {**bought, "consents": False}})
    assert refused.data["warrantyRegister"]["errors"] == [{"field": "consents", "code": "REQUIRED"}]
    row = WarrantyRegistration.objects.get(email="b@example.org")
    confirm = "mutation ($t: String!) { warrantyConfirm(token: $t) { endsOn code { code } errors { field code } } }"
    assert execute(confirm, {"t": "x"}).data["warrantyConfirm"]["errors"][0]["field"] == "token"
    assert execute(confirm, {"t": make_token(row)}).data["warrantyConfirm"]["code"] == {"code": code.pk}
    tell = "mutation ($i: TraceFeedbackGiveInput!) { traceFeedbackGive(input: $i) { given errors { field code } } }"
    assert execute(tell, {"i": {"code": code.pk, "rating": 4}}).data["traceFeedbackGive"]["given"] is True
    unknown = execute(tell, {"i": {"code": "NOSUCHCODE000", "rating": 4}}).data["traceFeedbackGive"]["errors"]
    assert unknown == [{"field": "code", "code": "NOT_FOUND"}]
    assert TraceFeedback.objects.filter(code=code).count() == 1
    fake = "mutation ($i: FakeReportCreateInput!) { fakeReportCreate(input: $i) { received errors { field code } } }"
    told = execute(fake, {"i": {"code": "whatever", "boughtAt": "Chợ", "country": "VN"}})
    assert told.data["fakeReportCreate"] == {"received": True, "errors": []}
