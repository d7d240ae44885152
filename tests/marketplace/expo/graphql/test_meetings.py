"""Meetings through the API: who may ask, answer, see; and what the public learns of an exhibitor's time."""

from functools import cache
from typing import Any

import pytest
from django.utils import timezone
from icalendar import Calendar

from marketplace.expo.exhibitors import show_product
from marketplace.expo.graphql.meetings.schema import MeetingMutations, MeetingQueries
from marketplace.expo.meetings.answer import accept_meeting
from marketplace.expo.meetings.meeting import Side
from marketplace.expo.models import Exhibitor, ExhibitorMember, Meeting, Visitor
from marketplace.expo.visitors.token import visitor_token
from marketplace.graphql import ANYONE, ObjectType, Schema, to_global_id
from tests.cast import Cast, assemble
from tests.factories.accounts import make_user
from tests.factories.catalog import make_category, make_product, make_sellable_variant
from tests.factories.channels import make_channel
from tests.factories.expo import make_exhibitor, make_expo
from tests.factories.meetings import first_slot, make_fair_visitor, make_meeting
from tests.marketplace.accounts import api

pytestmark = pytest.mark.django_db
ERRORS = "errors { field code message }"
ASK = f"""mutation ($e: ID!, $at: DateTime!, $m: String, $t: String) {{
  meetingRequest(exhibitorId: $e, startsAt: $at, message: $m, visitorToken: $t) {{
    meeting {{ id status awaits place visitor {{ name }} language {{ code }} }} {ERRORS} }} }}"""
INVITE = f"""mutation ($e: ID!, $v: ID!, $at: DateTime!) {{
  meetingInvite(exhibitorId: $e, visitorId: $v, startsAt: $at) {{ meeting {{ id askedBy }} {ERRORS} }} }}"""
ANSWERS = {
    "meetingAccept": "",
    "meetingDecline": ", reason: NO_TIME",
    "meetingMove": ', startsAt: "%s"',
    "meetingCancel": "",
}
AGENDA = """query ($s: String!, $t: String) { fairAgenda(slug: $s, visitorToken: $t) {
  isConfirmed calendar meetings { id message answer declineReason exhibitor { name } } seats { id }
  matches { score reasons { kind text } exhibitor { name } } } }"""
DESK = """query ($e: ID!) { meetingDesk(exhibitorId: $e) { tables slots { startsAt taken isClosed }
  meetings { id message visitor { id name country { code } } }
  matches { score visitor { id name } reasons { text } } } }"""
SLOTS = "query ($e: ID!, $t: String) { meetingSlots(exhibitorId: $e, visitorToken: $t) { startsAt tablesFree } }"
CLOSE = f"""mutation ($e: ID!, $at: [DateTime!]!) {{
  meetingSlotsClose(exhibitorId: $e, startsAt: $at, isClosed: true) {{ slots {{ isClosed }} {ERRORS} }} }}"""
TABLES = f"""mutation ($e: ID!, $n: Int!) {{ meetingTablesSet(exhibitorId: $e, tables: $n) {{
  tables {ERRORS} }} }}"""


@cache
def schema() -> Schema:
    class Query(MeetingQueries, ObjectType):
        class Meta:
            access = ANYONE

    class Mutation(MeetingMutations, ObjectType):
        class Meta:
            access = ANYONE

    return Schema(query=Query, mutation=Mutation)


def ask(document: str, variables: dict[str, Any], **options: Any) -> Any:
    return api.ask(document, variables, schema=schema, **options)


def do(document: str, variables: dict[str, Any], **options: Any) -> Any:
    """The payload, refused or not."""
    (payload,) = api.ask(document, variables, schema=schema, **options).values()
    return payload


def call(document: str, variables: dict[str, Any], **options: Any) -> Any:
    return api.call(document, variables, schema=schema, **options)


def gid(row: Any) -> str:
    return to_global_id(type(row).__name__, row.pk)


class Stand:
    """An exhibitor of the cast's woodworks, a visitor with a link and one with an account."""

    def __init__(self) -> None:
        self.cast: Cast = assemble()
        self.expo = make_expo()
        self.exhibitor: Exhibitor = make_exhibitor(self.expo, seller=self.cast.woodworks.seller, name="Mộc Ví Dụ")
        self.visitor: Visitor = make_fair_visitor(self.expo)
        self.token = visitor_token(self.visitor)
        self.member = make_fair_visitor(self.expo, user=self.cast.buyer, name="Sanne Voorbeeld")

    def strangers(self) -> list[tuple[Any, str | None]]:
        """Who has nothing to do with it, by account and by link."""
        other = make_fair_visitor(self.expo)
        return [
            (None, None),
            (None, visitor_token(other)),
            (None, self.token[:-1] + ("A" if self.token[-1] != "A" else "B")),
            (self.cast.buyer, None),
            (self.cast.pottery.owner, None),
            (make_user(), visitor_token(make_fair_visitor(make_expo()))),
        ]


@pytest.fixture
def stand() -> Stand:
    return Stand()


def test_a_visitor_asks_by_link_or_account_and_nobody_else(stand: Stand) -> None:
    at = [first_slot(stand.expo, number).isoformat() for number in range(4)]
    asked = {"e": gid(stand.exhibitor), "m": "원목 의자", "t": stand.token}
    made = do(ASK, {**asked, "at": at[0]}, language="ko")["meeting"]
    assert (made["status"], made["awaits"], made["language"]["code"]) == ("REQUESTED", "EXHIBITOR", "KO")
    assert made["visitor"]["name"] == stand.visitor.name
    own = do(ASK, {**asked, "at": at[1], "t": None}, actor=stand.cast.buyer)["meeting"]
    assert own["visitor"]["name"] == "Sanne Voorbeeld"
    for actor in (None, stand.cast.pottery.owner, stand.cast.expo_officer):
        refused = do(ASK, {**asked, "at": at[2], "t": None}, actor=actor)
        assert [error["code"] for error in refused["errors"]] == ["NOT_FOUND"], actor
    unconfirmed = visitor_token(make_fair_visitor(stand.expo, confirmed_at=None))
    hidden = make_exhibitor(make_expo(is_published=False))
    for variables, code in (
        ({"at": at[2], "t": unconfirmed}, "NOT_CONFIRMED"),
        ({"at": at[0], "t": visitor_token(make_fair_visitor(stand.expo))}, "SLOT_TAKEN"),
        ({"at": at[2], "e": gid(hidden)}, "NOT_FOUND"),
        ({"at": "2001-01-01T09:00:00+07:00", "t": visitor_token(make_fair_visitor(stand.expo))}, "PAST"),
    ):
        assert [error["code"] for error in do(ASK, {**asked, **variables})["errors"]] == [code], variables
    assert Meeting.objects.count() == 2


@pytest.mark.parametrize("name", ANSWERS)
def test_only_the_two_sides_answer(stand: Stand, name: str) -> None:
    meeting = make_meeting(stand.exhibitor, stand.visitor)
    extra = ANSWERS[name] % first_slot(stand.expo, 3).isoformat() if "%s" in ANSWERS[name] else ANSWERS[name]
    document = f"""mutation ($id: ID!, $t: String) {{
      {name}(id: $id, visitorToken: $t{extra}) {{ meeting {{ status }} {ERRORS} }} }}"""
    before = list(Meeting.objects.values())
    for actor, token in [*stand.strangers(), (stand.cast.expo_officer, None)]:
        refused = do(document, {"id": gid(meeting), "t": token}, actor=actor)
        assert [error["code"] for error in refused["errors"]] == ["NOT_FOUND"], (actor, token)
    assert list(Meeting.objects.values()) == before
    done = do(document, {"id": gid(meeting), "t": None}, actor=stand.cast.woodworks.packer)
    assert not done["errors"]
    assert done["meeting"]["status"] != "REQUESTED" or name == "meetingMove"


def test_a_visitor_answers_with_the_link(stand: Stand) -> None:
    meeting = make_meeting(stand.exhibitor, stand.visitor, by=Side.EXHIBITOR)
    document = f"""mutation ($id: ID!, $t: String) {{
      meetingAccept(id: $id, visitorToken: $t) {{ meeting {{ message }} {ERRORS} }} }}"""
    assert do(document, {"id": gid(meeting), "t": stand.token})["meeting"]["message"] == meeting.message
    again = do(document, {"id": gid(meeting), "t": stand.token})
    assert [error["code"] for error in again["errors"]] == ["WRONG_STATE"]


def test_exhibitors_invite_only_who_agreed(stand: Stand) -> None:
    shy = make_fair_visitor(stand.expo, consents=())
    stand_member = make_user()
    ExhibitorMember.objects.create(exhibitor=stand.exhibitor, user=stand_member, role="STAND")

    def invite(visitor: Visitor, actor: Any, slot: int = 0) -> Any:
        return do(
            INVITE,
            {
                "e": gid(stand.exhibitor),
                "v": to_global_id("FairContact", visitor.public_id),
                "at": first_slot(stand.expo, slot).isoformat(),
            },
            actor=actor,
        )

    for visitor, actor in (
        (shy, stand_member),
        (make_fair_visitor(make_expo()), stand_member),
        (stand.visitor, stand.cast.pottery.owner),
        (stand.visitor, stand.cast.buyer),
    ):
        assert [error["code"] for error in invite(visitor, actor)["errors"]] == ["NOT_FOUND"]
    assert invite(stand.visitor, stand_member)["meeting"]["askedBy"] == "EXHIBITOR"
    anonymous = call(INVITE, {"e": gid(stand.exhibitor), "v": "x", "at": first_slot(stand.expo).isoformat()})
    assert anonymous.errors[0]["extensions"]["code"] == "UNAUTHENTICATED"


def test_who_sees_an_agenda_and_a_desk(stand: Stand) -> None:
    category = make_category(name="Chairs")
    product = make_product(seller=stand.cast.woodworks.seller, category=category, source_language="en")
    make_sellable_variant(make_channel("kr", countries=["KR"]), product=product)
    show_product(exhibitor=stand.exhibitor, product=product)
    Visitor.objects.filter(pk=stand.visitor.pk).update(interests=[category.pk])
    meeting = accept_meeting(
        meeting=make_meeting(stand.exhibitor, stand.visitor), by=Side.EXHIBITOR, now=timezone.now()
    )
    asked = {"s": stand.expo.slug, "t": stand.token}
    agenda = ask(AGENDA, asked)["fairAgenda"]
    assert [row["id"] for row in agenda["meetings"]] == [gid(meeting)]
    reasons = agenda["matches"][0]["reasons"]
    assert reasons[0]["text"] == "Shows 1 product of Chairs, which you look for."
    event = Calendar.from_ical(agenda["calendar"]).walk("VEVENT")[0]
    assert (event["SUMMARY"], event["STATUS"]) == ("Mộc Ví Dụ", "CONFIRMED")
    for actor, token in stand.strangers():
        seen = ask(AGENDA, {**asked, "t": token}, actor=actor)["fairAgenda"]
        assert seen is None or not seen["meetings"], (actor, token)
    desk = {"e": gid(stand.exhibitor)}
    for actor in (stand.cast.woodworks.packer, stand.cast.expo_officer):
        seen = ask(DESK, desk, actor=actor)["meetingDesk"]
        assert [row["visitor"]["name"] for row in seen["meetings"]] == [stand.visitor.name]
        assert [row["message"] for row in seen["meetings"]] == [
            None if actor == stand.cast.expo_officer else meeting.message
        ]
        assert seen["matches"][0]["reasons"][0]["text"] == "Looks for Chairs: you show 1 product of it."
    for actor in (None, stand.cast.buyer, stand.cast.pottery.owner):
        assert ask(DESK, desk, actor=actor)["meetingDesk"] is None


def test_the_public_sees_free_times_alone(stand: Stand) -> None:
    make_meeting(stand.exhibitor, stand.visitor, slot=0)
    starts = first_slot(stand.expo, 1).isoformat()
    for actor in (None, stand.cast.buyer, stand.cast.pottery.owner):
        refused = call(CLOSE, {"e": gid(stand.exhibitor), "at": [starts]}, actor=actor)
        assert refused.errors or refused.data["meetingSlotsClose"]["errors"]
        refused = call(TABLES, {"e": gid(stand.exhibitor), "n": 3}, actor=actor)
        assert refused.errors or refused.data["meetingTablesSet"]["errors"]
    closed = do(CLOSE, {"e": gid(stand.exhibitor), "at": [starts]}, actor=stand.cast.woodworks.manager)
    assert [slot["isClosed"] for slot in closed["slots"]].count(True) == 1
    free = ask(SLOTS, {"e": gid(stand.exhibitor)})["meetingSlots"]
    assert free[0]["startsAt"] == first_slot(stand.expo, 2).isoformat()
    assert do(TABLES, {"e": gid(stand.exhibitor), "n": 2}, actor=stand.cast.woodworks.packer)["tables"] == 2
    free = ask(SLOTS, {"e": gid(stand.exhibitor)})["meetingSlots"]
    assert free[0] == {"startsAt": first_slot(stand.expo, 0).isoformat(), "tablesFree": 1}
    mine = ask(SLOTS, {"e": gid(stand.exhibitor), "t": stand.token})["meetingSlots"]
    assert mine[0]["startsAt"] == first_slot(stand.expo, 2).isoformat(), "not when they meet already"
    wrong = do(TABLES, {"e": gid(stand.exhibitor), "n": 11}, actor=stand.cast.woodworks.packer)
    assert [error["code"] for error in wrong["errors"]] == ["INVALID"]
