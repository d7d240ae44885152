"""Registrations, badges and doors through the API: who may do what, and that a refusal changed nothing."""

import uuid
from functools import cache
from typing import Any

import pytest
from django.core.cache import cache as counts
from django.utils import timezone

from i18n.today import today_here
from marketplace.accounts.mail.outgoing_letter import OutgoingLetter
from marketplace.accounts.permissions import StaffRole
from marketplace.events.deliver import deliver_pending
from marketplace.expo.badges.issue import issue_exhibitor_badge
from marketplace.expo.graphql.badges.schema import BadgeMutations, BadgeQueries
from marketplace.expo.graphql.door.schema import DoorMutations, DoorQueries
from marketplace.expo.graphql.visitors.schema import VisitorMutations, VisitorQueries
from marketplace.expo.models import Badge, Exhibitor, Expo, Visitor
from marketplace.expo.visitors.token import visitor_token
from marketplace.graphql import ANYONE, ObjectType, Schema, to_global_id
from tests.cast import Cast, assemble
from tests.factories.accounts import make_user
from tests.factories.expo import make_exhibitor, make_expo
from tests.factories.visitors import badge_of, make_registration, make_visitor
from tests.marketplace.accounts import api
from tests.marketplace.accounts.api import outcome, snapshot

pytestmark = pytest.mark.django_db
ERRORS = "errors { field code message }"
REGISTER = (
    "mutation ($e: ID!, $i: VisitorRegisterInput!) { visitorRegister(expoId: $e, input: $i)"
    f" {{ letterSent visitor {{ id badge {{ code }} }} {ERRORS} }} }}"
)
READ = (
    "query ($e: ID, $t: String) { visitor(expoId: $e, token: $t) { id name email isConfirmed country { code }"
    " consents { purpose wordingVersion wording } badge { code kind qrSvg pdfUrl } expo { slug } } }"
)


@cache
def schema() -> Schema:
    class Query(VisitorQueries, BadgeQueries, DoorQueries, ObjectType):
        class Meta:
            access = ANYONE

    class Mutation(VisitorMutations, BadgeMutations, DoorMutations, ObjectType):
        class Meta:
            access = ANYONE

    return Schema(query=Query, mutation=Mutation)


def call(document: str, variables: dict[str, Any] | None = None, **options: Any) -> Any:
    return api.call(document, variables, schema=schema, **options)


def ask(document: str, variables: dict[str, Any] | None = None, **options: Any) -> Any:
    return api.ask(document, variables, schema=schema, **options)


def gid(row: Any) -> str:
    return to_global_id(type(row).__name__, row.pk)


@pytest.fixture
def expo() -> Expo:
    counts.clear()
    return make_expo(starts_on=today_here())


def given(**overrides: Any) -> dict[str, Any]:
    return {"name": "김예시", "country": "KR", "email": "one@example.org", "consents": ["LEADS"], **overrides}


def letters() -> list[tuple[str, str]]:
    while deliver_pending():
        pass
    return list(OutgoingLetter.objects.order_by("created_at").values_list("kind", "recipient"))


def test_the_answer_tells_nobody_who_is_registered(expo: Expo) -> None:
    make_visitor(expo, email="known@example.org")
    answers = [
        call(REGISTER, {"e": gid(expo), "i": given(email=email)}).data
        for email in ("known@example.org", "n@example.org")
    ]
    assert answers[0] == answers[1] == {"visitorRegister": {"letterSent": True, "visitor": None, "errors": []}}
    link = f"mutation ($e: ID!, $m: String!) {{ visitorLinkRequest(expoId: $e, email: $m) {{ letterSent {ERRORS} }} }}"
    asked = [call(link, {"e": gid(expo), "m": email}).data for email in ("known@example.org", "nobody@example.org")]
    assert asked[0] == asked[1]
    assert letters() == [
        ("VISITOR_BADGE", "known@example.org"),
        ("VISITOR_LINK", "known@example.org"),
        ("VISITOR_CONFIRM", "n@example.org"),
        ("VISITOR_LINK", "known@example.org"),
    ]


def test_an_address_gets_few_letters_in_a_quarter_of_an_hour(expo: Expo) -> None:
    said = [outcome(call(REGISTER, {"e": gid(expo), "i": given()}, ip=f"192.0.2.{n}")) for n in range(1, 7)]
    assert said == ["done"] * 4 + ["TOO_MANY_ATTEMPTS"] * 2


def test_the_mailed_link_reads_confirms_changes_and_leaves(expo: Expo) -> None:
    call(REGISTER, {"e": gid(expo), "i": given()})
    letters()
    text = OutgoingLetter.objects.get().text
    token = text.split("token=")[1].split()[0]
    before = ask(READ, {"t": token}, language="ko")["visitor"]
    assert (before["isConfirmed"], before["badge"], before["name"]) == (False, None, "김예시")
    confirm = f"mutation ($t: String!) {{ visitorConfirm(visitorToken: $t) {{ visitor {{ isConfirmed }} {ERRORS} }} }}"
    assert outcome(call(confirm, {"t": token})) == "done"
    after = ask(READ, {"t": token})["visitor"]
    assert (after["badge"]["kind"], after["expo"]["slug"]) == ("VISITOR", expo.slug)
    assert after["badge"]["qrSvg"].startswith("<svg")
    change = (
        "mutation ($t: String, $i: VisitorInput!) { visitorUpdate(visitorToken: $t, input: $i)"
        f" {{ visitor {{ firm }} {ERRORS} }} }}"
    )
    assert outcome(call(change, {"t": token, "i": {"firm": "예시", "consents": []}})) == "done"
    assert outcome(call(change, {"t": token, "i": {"country": "QQ"}})) == "INVALID"
    leave = f"mutation ($t: String) {{ visitorWithdraw(visitorToken: $t) {{ withdrawn {ERRORS} }} }}"
    assert outcome(call(leave, {"t": token})) == "done"
    assert ask(READ, {"t": token})["visitor"] is None
    assert outcome(call(change, {"t": token, "i": {"firm": "X"}})) == "NOT_FOUND"


def test_only_the_own_confirmed_account_is_registered_at_once(expo: Expo) -> None:
    user = make_user(email="own@example.org", is_confirmed=True)
    own = call(REGISTER, {"e": gid(expo), "i": given(email="own@example.org")}, actor=user).data["visitorRegister"]
    assert own["visitor"]["badge"]["code"]
    assert ask(READ, {"e": gid(expo)}, actor=user)["visitor"]["email"] == "own@example.org"
    mine = ask("{ myFairVisits { name badge { code } } }", actor=user)["myFairVisits"]
    assert [visit["name"] for visit in mine] == ["김예시"]
    assert ask(READ, {"e": gid(expo)}, actor=make_user())["visitor"] is None
    assert ask(READ, {"e": gid(expo)})["visitor"] is None
    other = make_expo()
    assert ask(READ, {"e": gid(other), "t": visitor_token(Visitor.objects.get())})["visitor"] is None


def test_nobody_but_staff_reads_who_comes(expo: Expo) -> None:
    make_visitor(expo, name="김예시", country="KR")
    make_registration(expo, name="Ana Ví Dụ", country="VN", language="vi")
    cast = assemble()
    door = make_user(staff_roles=[StaffRole.DOOR.value])
    lists = [
        "query ($e: ID!) { visitors(expoId: $e, first: 5) { totalCount edges { node { name email } } } }",
        "query ($e: ID!) { visitorsByCountry(expoId: $e) { country { code } registered came } }",
        "query ($e: ID!) { staffBadges(expoId: $e, first: 5) { edges { node { code } } } }",
    ]
    for document in lists:
        for actor in (None, cast.buyer, cast.pottery.owner, door):
            assert outcome(call(document, {"e": gid(expo)}, actor=actor)) in ("PERMISSION_DENIED", "UNAUTHENTICATED")
        assert not call(document, {"e": gid(expo)}, actor=cast.expo_officer).errors
    search = "query ($e: ID!, $f: VisitorFilterInput) { visitors(expoId: $e, filter: $f, first: 5) { totalCount } }"
    wanted = [
        {"search": "김예시"},
        {"search": "vi du ana"},
        {"country": "kr"},
        {"isConfirmed": False},
        {"kind": "PRESS"},
        {"search": "guest"},
    ]
    found = [ask(search, {"e": gid(expo), "f": each}, actor=cast.expo_officer)["visitors"] for each in wanted]
    assert [each["totalCount"] for each in found] == [1, 1, 1, 1, 0, 2]


@pytest.fixture
def cast() -> Cast:
    return assemble()


def stand(expo: Expo, cast: Cast) -> Exhibitor:
    return make_exhibitor(expo, seller=cast.pottery.seller)


def callers(cast: Cast) -> dict[str, Any]:
    return {
        "anonymous": None,
        "buyer": cast.buyer,
        "another seller": cast.woodworks.owner,
        "stand": cast.pottery.packer,
        "manager": cast.pottery.manager,
        "door": make_user(staff_roles=[StaffRole.DOOR.value]),
        "officer": cast.expo_officer,
    }


def table(document: str, make: Any, people: dict[str, Any]) -> dict[str, str]:
    """What each caller gets; whatever is refused changes nothing."""
    said = {}
    for name, actor in people.items():
        variables = make()
        before = snapshot("expo")
        said[name] = outcome(call(document, variables, actor=actor))
        if said[name] != "done":
            assert snapshot("expo") == before, name
    return said


def test_who_gives_out_and_takes_back_badges_of_a_stand(expo: Expo, cast: Cast) -> None:
    exhibitor = stand(expo, cast)
    Exhibitor.objects.filter(pk=exhibitor.pk).update(badge_allowance=99)
    people = callers(cast)
    refused = {"anonymous": "UNAUTHENTICATED", "buyer": "NOT_FOUND", "another seller": "NOT_FOUND"}
    create = (
        'mutation ($x: ID!) { exhibitorBadgeCreate(exhibitorId: $x, holderName: "An")'
        f" {{ badge {{ code holderName pdfUrl(sheet: true) }} {ERRORS} }} }}"
    )
    assert table(create, lambda: {"x": gid(exhibitor)}, people) == {
        **refused, "stand": "PERMISSION_DENIED", "manager": "done", "door": "NOT_FOUND", "officer": "done",
    }  # fmt: skip

    def some() -> dict[str, str]:
        return {"x": gid(issue_exhibitor_badge(exhibitor=exhibitor, holder_name="An", now=timezone.now()))}

    for verb in ("badgeVoid", "badgeReissue"):
        document = f"mutation ($x: ID!) {{ {verb}(id: $x) {{ badge {{ code voidedAt }} {ERRORS} }} }}"
        anonymous = "UNAUTHENTICATED" if verb == "badgeVoid" else "NOT_FOUND"
        assert table(document, some, people) == {
            **refused, "anonymous": anonymous,
            "stand": "NOT_FOUND", "manager": "done", "door": "NOT_FOUND", "officer": "done",
        }, verb  # fmt: skip
    listed = ask(
        "query ($x: ID!) { standBadges(exhibitorId: $x) { allowance sheetUrl badges { code holderName } } }",
        {"x": gid(exhibitor)},
        actor=cast.pottery.packer,
    )["standBadges"]
    assert (listed["allowance"], bool(listed["sheetUrl"])) == (99, True)
    assert len(listed["badges"]) == Badge.objects.filter(exhibitor=exhibitor, voided_at__isnull=True).count()


def test_a_visitor_gets_a_new_badge_by_the_own_link_only(expo: Expo) -> None:
    visitor, other = make_visitor(expo), make_visitor(expo)
    document = (
        "mutation ($x: ID!, $t: String) { badgeReissue(id: $x, visitorToken: $t)"
        f" {{ badge {{ code holderName }} {ERRORS} }} }}"
    )
    badge = badge_of(visitor)
    for token in (None, "x", visitor_token(other)):
        assert outcome(call(document, {"x": gid(badge), "t": token})) == "NOT_FOUND"
    assert badge_of(visitor) == badge
    assert outcome(call(document, {"x": gid(badge), "t": visitor_token(visitor)})) == "done"
    assert badge_of(visitor) != badge


def test_who_works_the_doors_and_the_badges_of_staff(expo: Expo, cast: Cast) -> None:
    people = callers(cast)
    mark = badge_of(make_visitor(expo)).mark
    document = (
        f"mutation ($e: ID!, $i: DoorScanInput!) {{ doorScan(expoId: $e, input: $i) {{ outcome kind {ERRORS} }} }}"
    )

    def one() -> dict[str, Any]:
        scanned = {"scannedAt": timezone.now().isoformat(), "clientId": str(uuid.uuid4()), "direction": "IN"}
        return {"e": gid(expo), "i": {"mark": mark, "door": "A", **scanned}}

    nobody = dict.fromkeys(people, "PERMISSION_DENIED") | {"anonymous": "UNAUTHENTICATED"}
    assert table(document, one, people) == {**nobody, "door": "done", "officer": "done"}
    staff = f'mutation ($e: ID!) {{ staffBadgeCreate(expoId: $e, holderName: "An") {{ badge {{ kind }} {ERRORS} }} }}'
    assert table(staff, lambda: {"e": gid(expo)}, people) == {**nobody, "officer": "done"}
    lists = "query ($e: ID!) { doorList(expoId: $e) { salt inForce void inside doors madeAt } doorFigures(expoId: $e)"
    taken = ask(f"{lists} {{ day people inside scans hours {{ door hour entered left }} }} }}", {"e": gid(expo)},
                actor=people["door"])  # fmt: skip
    assert (taken["doorList"]["inside"], taken["doorFigures"]["people"]) == ([mark], 1)
    assert call(f"{lists} {{ people }} }}", {"e": gid(expo)}, actor=cast.buyer).errors
