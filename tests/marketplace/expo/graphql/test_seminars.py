"""Seminars through the API: everybody reads them, visitors book them, staff arranges them."""

from functools import cache
from typing import Any

import pytest
from icalendar import Calendar

from marketplace.expo.graphql.meetings.schema import MeetingMutations, MeetingQueries
from marketplace.expo.models import Seminar, SeminarSeat
from marketplace.expo.visitors.token import visitor_token
from marketplace.graphql import ANYONE, ObjectType, Schema, to_global_id
from tests.cast import assemble
from tests.factories.expo import make_expo, make_hall
from tests.factories.meetings import make_fair_visitor, make_seminar
from tests.marketplace.accounts import api

pytestmark = pytest.mark.django_db
ERRORS = "errors { field code message }"
LIST = """query ($s: String!) { seminars(slug: $s) {
  id localized { title { text } } seatsFree waiting isCancelled languages { code } calendar } }"""
BOOK = f"""mutation ($id: ID!, $t: String) {{ seminarBook(seminarId: $id, visitorToken: $t) {{
  seat {{ status placeInLine }} {ERRORS} }} }}"""
LEAVE = f"""mutation ($id: ID!, $t: String) {{ seminarLeave(seminarId: $id, visitorToken: $t) {{
  seminar {{ seatsFree }} {ERRORS} }} }}"""
CREATE = (
    f"mutation ($e: ID!, $i: SeminarInput!) {{ seminarCreate(expoId: $e, input: $i) {{ seminar {{ id }} {ERRORS} }} }}"
)
UPDATE = (
    f"mutation ($id: ID!, $i: SeminarInput!) {{ seminarUpdate(id: $id, input: $i) {{ seminar {{ seats }} {ERRORS} }} }}"
)
TRANSLATE = f"""mutation ($id: ID!) {{ seminarTranslate(id: $id, languageCode: KO, input: {{title: "예시"}}) {{
  seminar {{ id }} {ERRORS} }} }}"""
CANCEL = f"""mutation ($id: ID!) {{ seminarCancel(id: $id) {{
  seminar {{ isCancelled }} {ERRORS} }} }}"""


@cache
def schema() -> Schema:
    class Query(MeetingQueries, ObjectType):
        class Meta:
            access = ANYONE

    class Mutation(MeetingMutations, ObjectType):
        class Meta:
            access = ANYONE

    return Schema(query=Query, mutation=Mutation)


def do(document: str, variables: dict[str, Any], **options: Any) -> Any:
    """The payload, refused or not."""
    (payload,) = api.ask(document, variables, schema=schema, **options).values()
    return payload


def test_visitors_book_and_leave_by_link_or_account() -> None:
    cast = assemble()
    expo = make_expo()
    seminar = make_seminar(expo, seats=1, languages=["vi", "ko"])
    key = {"id": to_global_id("Seminar", seminar.pk)}
    token = visitor_token(make_fair_visitor(expo))
    make_fair_visitor(expo, user=cast.buyer)
    for actor, used in ((None, None), (None, "x"), (cast.pottery.owner, None), (cast.expo_officer, None)):
        for document in (BOOK, LEAVE):
            refused = do(document, {**key, "t": used}, actor=actor)
            assert [error["code"] for error in refused["errors"]] == ["NOT_FOUND"]
    assert do(BOOK, {**key, "t": token})["seat"] == {"status": "BOOKED", "placeInLine": None}
    assert do(BOOK, key, actor=cast.buyer)["seat"] == {"status": "WAITING", "placeInLine": 1}
    assert [error["code"] for error in do(BOOK, {**key, "t": token})["errors"]] == ["UNIQUE"]
    (listed,) = api.ask(LIST, {"s": expo.slug}, schema=schema)["seminars"]
    assert (listed["seatsFree"], listed["waiting"]) == (0, 1)
    assert [one["code"] for one in listed["languages"]] == ["VI", "KO"]
    assert Calendar.from_ical(listed["calendar"]).walk("VEVENT")[0]["SUMMARY"] == seminar.title
    assert do(LEAVE, {**key, "t": token})["seminar"]["seatsFree"] == 1
    assert [error["code"] for error in do(LEAVE, {**key, "t": token})["errors"]] == ["NOT_FOUND"]


def test_only_staff_arranges_and_the_public_sees_published_fairs() -> None:
    cast = assemble()
    expo = make_expo(is_published=False)
    hall = make_hall(expo)
    plan = {
        "title": "Chuyên đề",
        "speaker": "Lê Ví Dụ",
        "startsAt": f"{expo.starts_on}T14:00:00+07:00",
        "minutes": 60,
        "seats": 20,
        "languages": ["VI", "EN"],
        "hallId": to_global_id("Hall", hall.pk),
    }
    new = {"e": to_global_id("Expo", expo.pk), "i": plan}
    made = do(CREATE, new, actor=cast.expo_officer)["seminar"]["id"]
    key = {"id": made}
    before = list(Seminar.objects.values())
    for actor in (None, cast.buyer, cast.woodworks.owner, cast.pottery.owner):
        for document, variables in (
            (CREATE, new),
            (UPDATE, {**key, "i": {"seats": 5}}),
            (TRANSLATE, key),
            (CANCEL, key),
        ):
            assert api.call(document, variables, schema=schema, actor=actor).errors
        assert api.ask(LIST, {"s": expo.slug}, schema=schema, actor=actor)["seminars"] == []
    assert list(Seminar.objects.values()) == before
    for wrong, field in (({**plan, "title": None}, "title"), ({**plan, "hallId": to_global_id("Hall", 0)}, "hallId")):
        errors = do(CREATE, {**new, "i": wrong}, actor=cast.expo_officer)["errors"]
        assert [error["field"] for error in errors] == [field]
    assert do(UPDATE, {**key, "i": {"seats": 5, "hallId": None}}, actor=cast.expo_officer)["seminar"]["seats"] == 5
    assert not do(TRANSLATE, key, actor=cast.expo_officer)["errors"]
    korean = api.ask(LIST, {"s": expo.slug}, schema=schema, actor=cast.operator, language="ko")["seminars"]
    assert korean[0]["localized"]["title"]["text"] == "예시"
    assert do(CANCEL, key, actor=cast.expo_officer)["seminar"]["isCancelled"] is True
    assert [error["code"] for error in do(CANCEL, key, actor=cast.expo_officer)["errors"]] == ["WRONG_STATE"]
    assert not SeminarSeat.objects.exists()
