"""Progress, tasks, live figures and news through the API, for staff; released news for exhibitors too."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from marketplace.expo.booths import assign_booth
from marketplace.expo.models import ExhibitorMember, Expo, FairNews, Meeting
from marketplace.expo.news.release import release_news
from marketplace.expo.news.write import NewsDraft, write_news
from marketplace.graphql import to_global_id
from marketplace.schema import schema
from tests.cast import Cast, assemble
from tests.factories.accounts import make_user
from tests.factories.expo import make_booth, make_exhibitor, make_expo, make_hall
from tests.factories.leads import badge_code, make_fair_visitor, make_lead
from tests.factories.leads import make_open_fair as make_fair_of_today
from tests.marketplace.accounts import api
from tests.marketplace.accounts.api import outcome, snapshot

pytestmark = pytest.mark.django_db

PROGRESS = """query ($id: ID!) { fairProgress(expoId: $id) { day editionBefore
  halls { hall { name } kinds { kind space { assigned { booths area } } } all { all { area } shareAssigned } }
  all { assigned { booths } free { booths } } money { currency } curve { weeks area areaBefore } } }"""
TASKS = "query ($id: ID!) { expo(id: $id) { tasks { kind count day } } }"
LIVE = """query ($id: ID!) { liveFairFigures(expoId: $id) { day meetings meetingsNow leads seminars seminarSeats
  door { inside people hours { door hour entered left } } countries { country { code } registered came } } }"""
ALL_NEWS = """query ($id: ID!) { fairNews(expoId: $id, first: 5) { totalCount edges { node { title state
  counts { letters } letter(languageCode: KO) { subject textLanguage { code } paragraphs } } } } }"""
DESK = """query ($id: ID!) { exhibitorNews(exhibitorId: $id, first: 5) { edges { node {
  localized { title { text } body { text } } releasedAt } } } }"""
SCAN = """mutation ($id: ID!, $scan: DoorScanInput!) { doorScan(expoId: $id, input: $scan) {
  errors { field code message } } }"""


def gid(row: Any, name: str = "") -> str:
    return to_global_id(name or type(row).__name__, row.pk)


def ask(document: str, actor: Any, **variables: Any) -> Any:
    return api.ask(document, variables, actor=actor, schema=lambda: schema)


def call(document: str, actor: Any, **variables: Any) -> str:
    return outcome(api.call(document, variables, actor=actor, schema=lambda: schema))


def news_of(expo: Expo, **changes: Any) -> FairNews:
    return write_news(expo=expo, draft=NewsDraft(**{"title": "Giờ dựng", "body": "Từ 7 giờ.", **changes}), by=None)


def test_staff_see_how_the_fair_goes() -> None:
    cast = assemble()
    make_expo(name="Hội chợ 2030", starts_on=timezone.localdate() - timedelta(days=300), series="hoi-cho")
    expo = make_expo(name="Hội chợ mới", series="hoi-cho")
    hall = make_hall(expo)
    assign_booth(booth=make_booth(hall), exhibitor=make_exhibitor(expo))
    make_booth(hall, "A02", 10)
    progress = ask(PROGRESS, cast.expo_officer, id=gid(expo))["fairProgress"]
    assert progress["halls"][0]["kinds"] == [{"kind": "SHELL", "space": {"assigned": {"booths": 1, "area": 9}}}]
    assert progress["all"] == {"assigned": {"booths": 1}, "free": {"booths": 1}}
    assert progress["halls"][0]["all"]["shareAssigned"] == 0.5
    assert progress["curve"][0]["area"] == 9
    assert progress["editionBefore"] is not None
    tasks = ask(TASKS, cast.operator, id=gid(expo))["expo"]["tasks"]
    assert {"kind": "HOURS_MISSING", "count": 1, "day": None} in tasks


def test_live_figures_count_the_day() -> None:
    cast, now = assemble(), timezone.now()
    expo = make_fair_of_today()
    exhibitor = make_exhibitor(expo)
    inside, outside = make_fair_visitor(expo), make_fair_visitor(expo, country="JP")
    make_lead(exhibitor, inside)
    for visitor, directions in ((inside, ("IN",)), (outside, ("IN", "OUT"))):
        for minutes, direction in enumerate(directions):
            scan = {
                "mark": badge_code(visitor), "door": "A", "direction": direction, "clientId": str(uuid.uuid4()),
                "scannedAt": (now + timedelta(seconds=minutes)).isoformat(),
            }  # fmt: skip
            assert call(SCAN, cast.expo_officer, id=gid(expo), scan=scan) == "done"
    for visitor, status, starts_at in (
        (inside, "CONFIRMED", now),
        (outside, "REQUESTED", now),
        (inside, "CONFIRMED", now + timedelta(hours=48)),
    ):
        Meeting.objects.create(
            expo=expo, exhibitor=exhibitor, visitor=visitor, table=visitor.pk % 10 + 1, starts_at=starts_at,
            status=status, asked_by="VISITOR", awaits="EXHIBITOR", language="ko", created_at=now,
        )  # fmt: skip
    live = ask(LIVE, cast.expo_officer, id=gid(expo))["liveFairFigures"]
    assert (live["door"]["inside"], live["door"]["people"]) == (1, 2)
    assert [(row["entered"], row["left"]) for row in live["door"]["hours"]] == [(2, 1)]
    assert (live["meetings"], live["meetingsNow"], live["leads"]) == (1, 1, 1)
    assert sorted((row["country"]["code"], row["came"]) for row in live["countries"]) == [("JP", 1), ("KR", 1)]


def test_news_is_read_by_whom_it_is_for() -> None:
    cast, expo = assemble(), make_expo(name="Hội chợ", source_language="vi")
    stand, stranger = make_user(), make_user()
    exhibitor = make_exhibitor(expo)
    ExhibitorMember.objects.create(exhibitor=exhibitor, user=stand, role="STAND")
    news_of(expo, title="Nháp")
    news_of(expo, title="Chỉ khách", to_exhibitors=False, to_visitors=True)
    released = news_of(expo)
    for one in FairNews.objects.exclude(title="Nháp"):
        release_news(news=one, now=timezone.now())
    read = ask(DESK, stand, id=gid(exhibitor))["exhibitorNews"]["edges"]
    assert [edge["node"]["localized"]["title"]["text"] for edge in read] == [released.title]
    assert api.call(DESK, {"id": gid(exhibitor)}, actor=stranger, schema=lambda: schema).errors
    listed = ask(ALL_NEWS, cast.expo_officer, id=gid(expo))["fairNews"]
    assert listed["totalCount"] == 3
    letter = listed["edges"][0]["node"]["letter"]
    assert (letter["subject"], letter["textLanguage"]) == ("Hội chợ: Giờ dựng", {"code": "VI"})
    assert letter["paragraphs"][-1] == "Từ 7 giờ."


@pytest.fixture
def cast() -> Cast:
    return assemble()


def test_only_staff_read_progress_and_write_news(cast: Cast) -> None:
    expo = make_expo()
    key = gid(expo)
    for document in (PROGRESS, LIVE, ALL_NEWS, TASKS):
        for actor, code in ((None, "UNAUTHENTICATED"), (cast.buyer, "PERMISSION_DENIED")):
            result = api.call(document, {"id": key}, actor=actor, schema=lambda: schema)
            assert result.errors and result.errors[0]["extensions"]["code"] == code, document
    draft = gid(news_of(expo), "FairNewsItem")
    words = {"title": "Gates", "body": "Gate A"}
    tries = [
        ("fairNewsCreate(expoId: $id, input: $input)", "FairNewsInput", key, words),
        ("fairNewsUpdate(id: $id, input: $input)", "FairNewsInput", draft, {"title": "Khác"}),
        ("fairNewsTranslate(id: $id, languageCode: EN, input: $input)", "FairNewsTranslationInput", draft, words),
        ("fairNewsRelease(id: $id)", "", draft, None),
        ("fairNewsDelete(id: $id)", "", gid(news_of(expo), "FairNewsItem"), None),
    ]
    for field, input_type, id, input in tries:
        more = f", $input: {input_type}!" if input_type else ""
        document = f"mutation ($id: ID!{more}) {{ {field} {{ errors {{ field code message }} }} }}"
        variables = {"id": id, **({"input": input} if input else {})}
        for actor, expected in (
            (None, "UNAUTHENTICATED"),
            (cast.buyer, "PERMISSION_DENIED"),
            (cast.woodworks.owner, "PERMISSION_DENIED"),
            (cast.pottery.manager, "PERMISSION_DENIED"),
            (cast.expo_officer, "done"),
        ):
            before = snapshot("expo", "i18n")
            assert call(document, actor, **variables) == expected, (field, actor)
            assert (snapshot("expo", "i18n") == before) is (expected != "done"), (field, actor)
