"""Exhibitors' business through the API: the whole way, and who may take which step of it."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from i18n.today import today_here
from marketplace.accounts.models import User
from marketplace.expo.graphql.people.business_schema import ExpoPeopleMutations
from marketplace.expo.graphql.people.schema import ExpoPeopleQueries
from marketplace.expo.graphql.schema import ExpoQueries
from marketplace.expo.manual.page import ManualPage
from marketplace.expo.models import Exhibitor, Expo, FairApplication
from marketplace.expo.packages.terms import terms_of
from marketplace.expo.pavilions.arrange import PavilionPlan, create_pavilion
from marketplace.expo.people.members import add_exhibitor_member
from marketplace.graphql import ANYONE, ObjectType, Schema, to_global_id
from marketplace.sellers.member import MemberRole
from tests.factories.accounts import make_expo_officer, make_user
from tests.factories.fair_business import (
    application_fields,
    make_contracted,
    make_manual_page,
    make_open_fair,
    make_submitted,
)
from tests.factories.sellers import make_member, make_seller
from tests.marketplace.accounts import api
from tests.marketplace.accounts.api import outcome, snapshot

pytestmark = pytest.mark.django_db
ERRORS = "errors { field code message }"


@cache
def schema() -> Schema:
    class Query(ExpoQueries, ExpoPeopleQueries, ObjectType):
        class Meta:
            access = ANYONE

    class Mutation(ExpoPeopleMutations, ObjectType):
        class Meta:
            access = ANYONE

    return Schema(query=Query, mutation=Mutation)


def do(document: str, **options: Any) -> Any:
    actor = options.pop("actor")
    return api.do(document, options, schema=schema, actor=actor)


def gid(row: Any, name: str = "") -> str:
    return to_global_id(name or type(row).__name__, row.pk)


@dataclass
class Fair:
    expo: Expo
    exhibitor: Exhibitor
    waiting: FairApplication
    page: ManualPage
    officer: User
    manager: User
    stand: User
    stranger: User


@pytest.fixture
def fair() -> Fair:
    expo, manager, stand, stranger = make_open_fair(), make_user(), make_user(), make_user()
    exhibitor = make_contracted(expo, user=manager)
    make_contracted(expo, user=stranger)
    add_exhibitor_member(exhibitor=exhibitor, user=stand, role="STAND")
    officer = make_expo_officer(email="messe@example.org")
    return Fair(expo, exhibitor, make_submitted(expo), make_manual_page(expo), officer, manager, stand, stranger)


def test_the_whole_way_from_application_to_payment() -> None:
    expo, officer, applicant = make_open_fair(), make_expo_officer(), make_user()
    fields = application_fields(expo)
    package, terms = fields.pop("package"), terms_of(expo)
    given = {
        **{"".join([w if not i else w.title() for i, w in enumerate(k.split("_"))]): v for k, v in fields.items()},
        "area": "18",
        "packageId": gid(package),
    }
    made = do(
        "mutation ($e: ID!, $i: FairApplicationInput!) { fairApplicationCreate(expoId: $e, input: $i) "
        f"{{ fairApplication {{ id status }} {ERRORS} }} }}",
        e=gid(expo),
        i=given,
        actor=applicant,
    )["fairApplication"]
    assert made["status"] == "DRAFT"
    submit = (
        "mutation ($id: ID!, $t: ID) { fairApplicationSubmit(id: $id, termsId: $t) "
        f"{{ fairApplication {{ status }} {ERRORS} }} }}"
    )
    refused = api.call(submit, {"id": made["id"]}, schema=schema, actor=applicant)
    assert outcome(refused) == "REQUIRED"
    for _twice in range(2):
        done = do(submit, id=made["id"], t=gid(terms, "FairTerms"), actor=applicant)
        assert done["fairApplication"]["status"] == "SUBMITTED"
    approve = f"mutation ($id: ID!) {{ fairApplicationApprove(id: $id) {{ exhibitor {{ id }} {ERRORS} }} }}"
    first, second = (do(approve, id=made["id"], actor=officer)["exhibitor"]["id"] for _twice in range(2))
    assert first == second
    assert Exhibitor.objects.filter(expo=expo).count() == 1
    _accept_and_pay(first, officer, applicant)


def _accept_and_pay(exhibitor: str, officer: User, applicant: User) -> None:
    accept = (
        'mutation ($e: ID!) { fairContractAccept(exhibitorId: $e, name: "Trần Ví Dụ") '
        f"{{ fairContract {{ isAgreed sha256 acceptedSha256 }} {ERRORS} }} }}"
    )
    contract = do(accept, e=exhibitor, actor=applicant)["fairContract"]
    assert contract["isAgreed"]
    assert contract["acceptedSha256"] == contract["sha256"] != ""
    issue = (
        'mutation ($e: ID!) { fairInvoiceIssue(exhibitorId: $e, currency: "VND") '
        f"{{ fairInvoice {{ id gross {{ amount }} owed {{ amount }} }} {ERRORS} }} }}"
    )
    invoice = do(issue, e=exhibitor, actor=officer)["fairInvoice"]
    assert invoice["owed"] == invoice["gross"]
    pay = (
        "mutation ($i: ID!, $a: Decimal!, $d: Date!) "
        '{ fairPaymentRecord(invoiceId: $i, amount: $a, paidOn: $d, reference: "FT1") '
        f"{{ fairInvoice {{ owed {{ amount }} state }} {ERRORS} }} }}"
    )
    paid = do(pay, i=invoice["id"], a=invoice["gross"]["amount"], d=str(today_here()), actor=officer)
    assert paid["fairInvoice"]["state"] == "PAID"
    desk = (
        "query ($e: ID!) { exhibitorDesk(id: $e) { role tasks { kind doneAt } contract { number url } "
        "invoices { number lines { kind total { amount } } payments { reference } } application { status } } }"
    )
    seen = api.ask(desk, {"e": exhibitor}, schema=schema, actor=applicant)["exhibitorDesk"]
    assert [task["kind"] for task in seen["tasks"]] == ["CONTRACT"]
    assert seen["invoices"][0]["payments"][0]["reference"] == "FT1"
    for other in (None, make_user()):
        assert api.ask(desk, {"e": exhibitor}, schema=schema, actor=other)["exhibitorDesk"] is None


STAFF_ONLY = {
    "approve": "fairApplicationApprove(id: $waiting)",
    "decline": 'fairApplicationDecline(id: $waiting, reason: "Hết chỗ")',
    "waitlist": 'fairApplicationWaitlist(id: $waiting, reason: "Hết chỗ")',
    "invoice": 'fairInvoiceIssue(exhibitorId: $exhibitor, currency: "VND")',
    "package": 'fairPackageCreate(expoId: $expo, input: {name: "Gói"})',
    "terms": 'fairTermsPublish(expoId: $expo, texts: [{languageCode: VI, text: "Mới"}])',
    "organiser": 'fairOrganiserSet(expoId: $expo, input: {phone: "0274"})',
    "pavilion": 'pavilionCreate(expoId: $expo, input: {name: "Hàn Quốc", country: "KR"})',
    "page": 'manualPageCreate(expoId: $expo, input: {title: "Điện", body: "220 V"})',
    "drop page": "manualPageDelete(id: $page)",
    "questions": 'manualQuestionsSet(pageId: $page, questions: [{label: "Cao?", kind: NUMBER}])',
}
FOR_MANAGERS = {
    "invite": 'exhibitorMemberInvite(exhibitorId: $exhibitor, email: "moi@example.org", role: STAND)',
    "profile": 'exhibitorProfileUpdate(exhibitorId: $exhibitor, input: {phone: "0274 1"})',
    "share": 'coExhibitorAdd(exhibitorId: $exhibitor, input: {name: "Bạn Hàng"})',
    "answer": "manualPageAnswer(exhibitorId: $exhibitor, pageId: $page, answers: $answers)",
}


def attempt(fair: Fair, field: str, actor: User | None) -> str:
    question = fair.page.questions.order_by("position").first()
    assert question is not None
    values = {
        "waiting": (gid(fair.waiting), "ID!"),
        "exhibitor": (gid(fair.exhibitor), "ID!"),
        "expo": (gid(fair.expo), "ID!"),
        "page": (gid(fair.page), "ID!"),
        "answers": ([{"questionId": gid(question), "text": "Thợ"}], "[ManualAnswerInput!]!"),
    }
    used = {name: value for name, value in values.items() if f"${name}" in field}
    head = ", ".join(f"${name}: {kind}" for name, (_value, kind) in used.items())
    document = f"mutation ({head}) {{ {field} {{ {ERRORS} }} }}"
    given = {name: value for name, (value, _kind) in used.items()}
    return outcome(api.call(document, given, schema=schema, actor=actor))


def test_what_staff_alone_may_do(fair: Fair) -> None:
    before = snapshot("expo")
    for name, field in STAFF_ONLY.items():
        for actor, code in ((None, "UNAUTHENTICATED"), (fair.stranger, "PERMISSION_DENIED"), (fair.manager, None)):
            assert attempt(fair, field, actor) == (code or "PERMISSION_DENIED"), name
    assert snapshot("expo") == before
    once = ("approve", "invoice", "package", "terms", "organiser", "pavilion", "page", "questions", "drop page")
    assert {name: attempt(fair, STAFF_ONLY[name], fair.officer) for name in once} == dict.fromkeys(once, "done")


def test_what_managers_of_the_exhibitor_may_do(fair: Fair) -> None:
    before = snapshot("expo")
    refusals = ((None, "UNAUTHENTICATED"), (fair.stranger, "NOT_FOUND"), (fair.stand, "PERMISSION_DENIED"))
    accept = 'fairContractAccept(exhibitorId: $exhibitor, name: "Ai Đó")'
    for name, field in {**FOR_MANAGERS, "accept": accept}.items():
        for actor, code in refusals:
            assert attempt(fair, field, actor) == code, name
    assert attempt(fair, accept, fair.officer) == "PERMISSION_DENIED"
    assert snapshot("expo") == before
    for name, field in FOR_MANAGERS.items():
        assert attempt(fair, field, fair.manager) == "done", name
    assert attempt(fair, accept, fair.manager) == "done"


def test_the_team_of_a_linked_seller_works_for_its_exhibitor(fair: Fair) -> None:
    seller = make_seller()
    owner, packer = make_member(seller, MemberRole.OWNER), make_member(seller, MemberRole.PACKER)
    fair.exhibitor.seller = seller
    fair.exhibitor.save()
    field = FOR_MANAGERS["profile"]
    assert (attempt(fair, field, owner), attempt(fair, field, packer)) == ("done", "PERMISSION_DENIED")
    mine = api.ask("{ myExhibitors { exhibitor { id } role } }", {}, schema=schema, actor=packer)["myExhibitors"]
    assert mine == [{"exhibitor": {"id": gid(fair.exhibitor)}, "role": "STAND"}]


def test_an_application_is_nobody_elses(fair: Fair) -> None:
    document = "query ($id: ID!) { fairApplication(id: $id) { name listedExhibitor { id } } }"
    own = fair.waiting.user
    for actor, seen in ((None, False), (fair.manager, False), (own, True), (fair.officer, True)):
        found = api.call(document, {"id": gid(fair.waiting)}, schema=schema, actor=actor).data
        assert (found is not None and found["fairApplication"] is not None) == seen
    before = snapshot("expo")
    for verb in ("fairApplicationWithdraw(id: $waiting)", "fairApplicationSubmit(id: $waiting)"):
        assert attempt(fair, verb, fair.manager) == "NOT_FOUND"
    assert snapshot("expo") == before
    assert attempt(fair, "fairApplicationWithdraw(id: $waiting)", own) == "done"


def test_a_signed_copy_comes_in_as_a_file(fair: Fair) -> None:
    document = (
        "mutation ($e: ID!, $f: Upload!) { fairContractSign(exhibitorId: $e, file: $f) "
        f"{{ fairContract {{ isAgreed signedUrl }} {ERRORS} }} }}"
    )
    junk = SimpleUploadedFile("a.pdf", b"nothing")
    values = {"e": gid(fair.exhibitor), "f": junk}
    assert outcome(api.call(document, values, schema=schema, actor=fair.manager)) == "INVALID"
    assert outcome(api.call(document, values, schema=schema, actor=fair.stranger)) == "NOT_FOUND"


def test_pavilions_are_of_their_own_fair(fair: Fair) -> None:
    elsewhere = create_pavilion(expo=make_open_fair(), plan=PavilionPlan(name="Nhật Bản", country="JP"))
    document = (
        "mutation ($e: ID!, $p: ID) { exhibitorPavilionSet(exhibitorId: $e, pavilionId: $p) "
        f"{{ exhibitor {{ pavilion {{ name }} }} {ERRORS} }} }}"
    )
    values = {"e": gid(fair.exhibitor), "p": gid(elsewhere)}
    assert outcome(api.call(document, values, schema=schema, actor=fair.officer)) == "INVALID"
    here = create_pavilion(expo=fair.expo, plan=PavilionPlan(name="Nhật Bản", country="JP"))
    found = do(document, e=gid(fair.exhibitor), p=gid(here), actor=fair.officer)["exhibitor"]
    assert found["pavilion"] == {"name": "Nhật Bản"}
