"""What the doors write down, what telephones take with them, and what is counted."""

import hashlib
import uuid
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from catalog.refusal import Refused
from i18n.today import today_here
from marketplace.expo.badges.issue import reissue_badge
from marketplace.expo.door.door_list import door_list
from marketplace.expo.door.figures import CountryCount, HourOfDoor, door_figures, visitors_by_country
from marketplace.expo.door.record_scan import Answer, Outcome, Scan, record_scan
from marketplace.expo.models import Badge, DoorScan, Expo
from marketplace.expo.visitors.change import withdraw_visitor
from tests.factories.expo import make_expo
from tests.factories.visitors import badge_of, make_registration, make_visitor

pytestmark = pytest.mark.django_db
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOON = datetime.combine(today_here(), datetime.min.time(), tzinfo=ZONE) + timedelta(hours=12)


@pytest.fixture
def expo() -> Expo:
    return make_expo(starts_on=today_here())


def scan(
    badge: Badge | str,
    expo: Expo,
    *,
    at: datetime = NOON,
    door: str = "A",
    direction: str = "IN",
    client_id: uuid.UUID | None = None,
    now: datetime | None = None,
) -> Answer:
    mark = badge if isinstance(badge, str) else badge.mark
    sent = Scan(mark=mark, door=door, direction=direction, scanned_at=at, client_id=client_id or uuid.uuid4())
    return record_scan(expo=expo, scan=sent, now=now or max(at, NOON) + timedelta(minutes=1))


def test_the_door_says_who_may_come_in(expo: Expo) -> None:
    visitor, elsewhere = make_visitor(expo, now=NOON - timedelta(days=9)), make_visitor(make_expo())
    badge = badge_of(visitor)
    said = [
        scan(badge, expo).outcome,
        scan(badge, expo, at=NOON + timedelta(minutes=1)).outcome,
        scan(badge, expo, at=NOON + timedelta(minutes=2), direction="OUT").outcome,
        scan(badge, expo, at=NOON + timedelta(minutes=3), door="B").outcome,
        scan(badge.code, expo, at=NOON + timedelta(days=1)).outcome,
        scan(badge_of(elsewhere), expo).outcome,
        scan("0000000000000", expo).outcome,
        scan("x" * 500, expo).outcome,
    ]
    assert said == ["WELCOME", "AGAIN", "GOODBYE", "WELCOME", "WELCOME", "UNKNOWN", "UNKNOWN", "UNKNOWN"]
    assert DoorScan.objects.count() == 5, "what is nobody's badge is not kept"


def test_a_scan_that_is_sent_again_is_the_same_one(expo: Expo) -> None:
    badge = badge_of(make_visitor(expo, now=NOON - timedelta(days=9)))
    key = uuid.uuid4()
    answers = {scan(badge, expo, client_id=key, now=NOON + timedelta(minutes=late)) for late in range(1, 4)}
    assert answers == {Answer(Outcome.WELCOME, "VISITOR")}
    assert DoorScan.objects.count() == 1
    assert scan(badge, make_expo(), client_id=key).outcome == "UNKNOWN", "another fair learns nothing of it"


def test_a_void_badge_opens_no_door_but_what_was_scanned_before_counts(expo: Expo) -> None:
    badge = badge_of(make_visitor(expo, now=NOON - timedelta(days=9)))
    anew = reissue_badge(badge=badge, now=NOON)
    assert anew.code != badge.code
    assert scan(badge, expo, at=NOON).outcome == "VOID"
    assert not DoorScan.objects.exists()
    assert scan(badge, expo, at=NOON - timedelta(hours=1)).outcome == "WELCOME", "from a telephone without a network"
    assert scan(anew, expo).outcome == "WELCOME"


def test_a_wrong_clock_and_an_old_scan(expo: Expo) -> None:
    badge = badge_of(make_visitor(expo, now=NOON - timedelta(days=30)))
    scan(badge, expo, at=NOON + timedelta(days=400), now=NOON)
    assert DoorScan.objects.get().scanned_at == NOON
    for wrong in ({"at": NOON - timedelta(days=15)}, {"door": "  "}, {"door": "x" * 41}):
        with pytest.raises(Refused):
            scan(badge, expo, **wrong)
    assert DoorScan.objects.count() == 1


def test_telephones_take_marks_and_nothing_that_says_who(expo: Expo) -> None:
    inside, outside, gone = (make_visitor(expo, now=NOON - timedelta(days=9)) for _ in range(3))
    scan(badge_of(inside), expo, door="Main")
    scan(badge_of(outside), expo)
    scan(badge_of(outside), expo, at=NOON + timedelta(minutes=1), direction="OUT")
    lost = badge_of(gone).mark
    withdraw_visitor(visitor=gone, now=NOON)
    make_registration(expo)
    make_visitor(make_expo())
    taken = door_list(expo, now=NOON + timedelta(minutes=2))
    code = badge_of(inside).code
    assert taken.inside == [hashlib.sha256(f"{taken.salt}:{code}".encode()).hexdigest()[:16]]
    assert set(taken.in_force) == {badge_of(inside).mark, badge_of(outside).mark}
    assert (taken.void, taken.doors) == ([lost], ["A", "Main"])
    assert door_list(make_expo(), now=NOON).salt != taken.salt


def test_what_is_counted(expo: Expo) -> None:
    then = NOON - timedelta(days=9)
    koreans = [make_visitor(expo, now=then) for _ in range(3)]
    dutch = make_visitor(expo, now=then, country="NL", language="nl")
    make_registration(expo, country="NL", language="nl")
    for late, visitor in enumerate((*koreans[:2], dutch)):
        scan(badge_of(visitor), expo, at=NOON + timedelta(minutes=late))
    scan(badge_of(koreans[0]), expo, at=NOON + timedelta(hours=1), door="B", direction="OUT")
    scan(badge_of(dutch), expo, at=NOON + timedelta(days=1))
    figures = door_figures(expo, today_here())
    assert (figures.people, figures.inside, figures.scans) == (3, 2, 4)
    assert figures.hours == (HourOfDoor("A", 12, 3, 0), HourOfDoor("B", 13, 0, 1))
    withdraw_visitor(visitor=koreans[1], now=timezone.now())
    assert visitors_by_country(expo) == [CountryCount("KR", 2, 2), CountryCount("NL", 1, 1)]


def test_many_badges_are_taken_along_in_few_queries(expo: Expo, django_assert_max_num_queries: object) -> None:
    now = timezone.now()
    Badge.objects.bulk_create(
        Badge(expo=expo, code=f"{n:013}", mark=f"{n:016}", kind="STAFF", issued_at=now) for n in range(500)
    )
    with django_assert_max_num_queries(8):  # type: ignore[operator]  # pytest-django's fixture has no type here
        assert len(door_list(expo, now=now).in_force) == 500
