"""Registering, confirming, changing and leaving, and who finds out about whom."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from catalog.refusal import Refused
from i18n.messages import gettext
from i18n.today import today_here
from marketplace.accounts.models import User
from marketplace.accounts.privacy.erase import erase_proven
from marketplace.accounts.privacy.export import export_personal_data
from marketplace.expo.badges.badge import any_badge, find_badge
from marketplace.expo.meetings.answer import decline_meeting
from marketplace.expo.meetings.meeting import DeclineReason, Side
from marketplace.expo.meetings.words import Words
from marketplace.expo.models import (
    Badge,
    ConsentPurpose,
    Expo,
    RegistrationPeriod,
    Visitor,
    VisitorConsent,
)
from marketplace.expo.seminars.seats import book_seat, leave_seat
from marketplace.expo.visitors.change import change_visitor, withdraw_visitor
from marketplace.expo.visitors.confirm import confirm_visitor
from marketplace.expo.visitors.consents import set_consents
from marketplace.expo.visitors.forget import CONFIRM_WITHIN, forget_visitors
from marketplace.expo.visitors.register import register_visitor
from marketplace.expo.visitors.token import BadVisitorToken, visitor_of_token, visitor_token
from marketplace.expo.visitors.visitor import consents_to
from marketplace.expo.visitors.wording import WORDINGS, wordings_now
from tests.factories.accounts import make_user
from tests.factories.catalog import make_category
from tests.factories.expo import make_exhibitor, make_expo
from tests.factories.meetings import make_meeting, make_seminar
from tests.factories.visitors import badge_of, make_entry, make_registration, make_visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def expo() -> Expo:
    return make_expo()


def test_a_registration_counts_once_its_letter_was_opened(expo: Expo) -> None:
    visitor = make_registration(expo, consents=["LEADS", "NEWS"])
    assert not visitor.is_registered
    assert not Badge.objects.exists()
    assert not consents_to(visitor, "LEADS"), "consent of somebody who may not have typed it is none"
    now = timezone.now()
    confirmed = confirm_visitor(visitor=visitor, now=now)
    assert confirm_visitor(visitor=visitor, now=now + timedelta(hours=1)).confirmed_at == now
    assert badge_of(confirmed).holder_name == confirmed.name
    assert [consents_to(confirmed, purpose) for purpose in ConsentPurpose] == [True, False, True, False]
    assert set(VisitorConsent.objects.values_list("wording_version", flat=True)) == {"2026-11"}


REFUSALS: dict[str, tuple[dict[str, Any], str]] = {
    "no name": ({"name": " "}, "name"),
    "no country": ({"country": ""}, "country"),
    "no such country": ({"country": "QQ"}, "country"),
    "no address": ({"email": "nobody"}, "email"),
    "no such zone": ({"timezone": "Asia/Nowhere"}, "timezone"),
    "a zone that leads out of its folder": ({"timezone": "../../etc/passwd"}, "timezone"),
    "no such language": ({"language": "xx"}, "language"),
    "too long": ({"firm": "x" * 201}, "firm"),
    "no such category": ({"interests": (999_999,)}, "interests"),
    "too many interests": ({"interests": tuple(range(1, 30))}, "interests"),
}


def test_what_is_refused_changes_nothing(expo: Expo) -> None:
    for said, (wrong, field) in REFUSALS.items():
        with pytest.raises(Refused) as refused:
            register_visitor(expo=expo, entry=make_entry(**wrong), now=timezone.now())
        assert [problem.field for problem in refused.value.problems] == [field], said
    assert not Visitor.objects.exists()


def test_nobody_registers_outside_the_period(expo: Expo) -> None:
    now = timezone.now()
    RegistrationPeriod.objects.create(
        expo=expo, audience="VISITOR", opens_at=now + timedelta(days=1), closes_at=now + timedelta(days=2)
    )
    for fair, moment in ((expo, now), (expo, now + timedelta(days=2)), (make_expo(is_published=False), now)):
        with pytest.raises(Refused, match="CLOSED"):
            register_visitor(expo=fair, entry=make_entry(), now=moment)
    assert register_visitor(expo=expo, entry=make_entry(), now=now + timedelta(days=1)).pk


def test_a_second_registration_changes_a_confirmed_one_in_nothing(expo: Expo) -> None:
    visitor = make_visitor(expo, email="one@example.org", name="Kim")
    again = register_visitor(expo=expo, entry=make_entry(email="ONE@example.org", name="X"), now=timezone.now())
    assert (again.pk, again.name, Visitor.objects.count()) == (visitor.pk, "Kim", 1)


def test_until_it_is_confirmed_the_last_registration_counts(expo: Expo) -> None:
    make_registration(expo, email="one@example.org", name="Kim", consents=["PHOTOS"])
    again = make_registration(expo, email="one@example.org", name="Kim Ha", consents=["NEWS"])
    confirmed = confirm_visitor(visitor=again, now=timezone.now())
    assert (confirmed.name, Visitor.objects.count()) == ("Kim Ha", 1)
    assert (consents_to(confirmed, "PHOTOS"), consents_to(confirmed, "NEWS")) == (False, True)


def test_an_account_is_registered_at_once_with_its_own_address_only(expo: Expo) -> None:
    user = make_user(email="own@example.org")
    own = register_visitor(expo=expo, entry=make_entry(email=user.email), now=timezone.now(), user=user)
    other = register_visitor(expo=expo, entry=make_entry(email="other@example.org"), now=timezone.now(), user=user)
    assert (own.user, own.is_registered, other.user, other.is_registered) == (user, True, None, False)


def test_the_link_is_good_for_its_visitor_until_the_visitor_leaves(expo: Expo) -> None:
    visitor, other = make_visitor(expo), make_visitor(expo)
    token = visitor_token(visitor)
    assert visitor_of_token(token) == visitor
    broken = ["", "x", token[:-1], token.replace(token[:5], "00000"), visitor_token(other)[:20] + token[20:], "a" * 999]
    for wrong in broken:
        with pytest.raises(BadVisitorToken):
            visitor_of_token(wrong)
    withdraw_visitor(visitor=visitor, now=timezone.now())
    with pytest.raises(BadVisitorToken):
        visitor_of_token(token)


def test_changing_keeps_what_was_agreed_to_and_when(expo: Expo) -> None:
    category = make_category()
    first = datetime(2026, 11, 1, tzinfo=UTC)
    visitor = make_visitor(expo, now=first, consents=["LEADS", "NEWS"])
    later = first + timedelta(days=3)
    changed = change_visitor(
        visitor=visitor,
        changes={"name": "이예시", "interests": (category.pk, category.pk), "email": "else@example.org"},
        consents=["LEADS", "PHOTOS"],
        now=later,
    )
    assert (changed.name, changed.interests, changed.email) == ("이예시", [category.pk], visitor.email)
    assert badge_of(changed).holder_name == "이예시"
    rows = VisitorConsent.objects.values_list("purpose", "given_at", "withdrawn_at").order_by("purpose")
    assert list(rows) == [("LEADS", first, None), ("NEWS", first, later), ("PHOTOS", later, None)]


def test_leaving_forgets_the_person_and_voids_the_badge(expo: Expo) -> None:
    visitor = make_visitor(expo, email="gone@example.org", consents=["LEADS"])
    code = badge_of(visitor).code
    withdraw_visitor(visitor=visitor, now=timezone.now())
    visitor.refresh_from_db()
    assert (visitor.name, visitor.firm, visitor.email, visitor.search_text, visitor.country) == ("", "", "", "", "KR")
    assert find_badge(code, expo=expo) is None
    left = any_badge(code, expo=expo)
    assert left is not None
    assert (left.is_void, left.holder_name) == (True, "")
    assert not consents_to(visitor, "LEADS")
    assert make_visitor(expo, email="gone@example.org").pk != visitor.pk, "and may come back"


def test_time_forgets_too() -> None:
    now = timezone.now()
    over = make_expo()
    late, kept = make_visitor(over), make_visitor(make_expo())
    Expo.objects.filter(pk=over.pk).update(
        starts_on=today_here() - timedelta(days=190), ends_on=today_here() - timedelta(days=181)
    )
    waiting = make_registration(make_expo(), now=now - CONFIRM_WITHIN + timedelta(hours=1))
    make_registration(make_expo(), now=now - CONFIRM_WITHIN - timedelta(hours=1))
    assert forget_visitors(now=now) == 2
    assert forget_visitors(now=now) == 0
    assert Visitor.objects.exclude(name="").count() == 2
    late.refresh_from_db()
    assert (late.email, late.country, late.withdrawn_at) == ("", "KR", None)
    assert {kept.pk, waiting.pk, late.pk} == set(Visitor.objects.values_list("pk", flat=True))


def test_an_account_takes_its_visits_with_it(expo: Expo) -> None:
    user = make_user(email="own@example.org", is_confirmed=True)
    before, stranger = make_registration(expo, email=user.email, consents=["NEWS"]), make_visitor(expo)
    (visit,) = export_personal_data(user)["fairVisits"]
    assert (visit["fair"], visit["email"], visit["consents"][0]["purpose"]) == (expo.name, user.email, "NEWS")
    erase_proven(user=User.objects.get(pk=user.pk))
    before.refresh_from_db()
    stranger.refresh_from_db()
    assert (before.email, before.name) == ("", "")
    assert stranger.email


def test_an_export_has_what_two_sides_wrote_and_the_seats(expo: Expo) -> None:
    user, now = make_user(email="own@example.org", is_confirmed=True), timezone.now()
    visitor, stranger = make_visitor(expo, email=user.email), make_visitor(expo)
    meeting, elsewhere = make_meeting(make_exhibitor(expo), visitor), make_exhibitor(expo, name="Gốm Kín")
    make_meeting(elsewhere, stranger)
    said = Words("Hẹn dịp khác.", "vi")
    decline_meeting(meeting=meeting, by=Side.EXHIBITOR, reason=DeclineReason.NO_TIME, words=said, now=now)
    seminar = make_seminar(expo, seats=1)
    book_seat(seminar=seminar, visitor=stranger, now=now)
    leave_seat(seat=book_seat(seminar=seminar, visitor=visitor, now=now), now=now)
    book_seat(seminar=seminar, visitor=visitor, now=now)
    (visit,) = json.loads(json.dumps(export_personal_data(user)))["fairVisits"]
    (met,) = visit["meetings"]
    assert (met["message"], met["askedBy"]) == ("원목 의자를 찾고 있습니다.", "VISITOR")
    assert (met["answer"], met["answeredBy"], met["status"]) == ("Hẹn dịp khác.", "EXHIBITOR", "DECLINED")
    assert {seat["seminar"] for seat in visit["seminars"]} == {seminar.title}
    assert sorted(seat["status"] for seat in visit["seminars"]) == ["CANCELLED", "WAITING"]


def test_every_purpose_has_a_wording_that_is_told_apart_and_translated() -> None:
    assert set(wordings_now()) == set(ConsentPurpose)
    assert len({(wording.purpose, wording.version) for wording in WORDINGS}) == len(WORDINGS)
    assert all(gettext("en", wording.text) for wording in WORDINGS)


def test_consents_are_given_again_under_todays_wording(expo: Expo) -> None:
    visitor = make_visitor(expo, consents=["NEWS"])
    now = timezone.now()
    set_consents(visitor=visitor, purposes=[], now=now)
    set_consents(visitor=visitor, purposes=["NEWS"], now=now + timedelta(minutes=1))
    assert VisitorConsent.objects.filter(visitor=visitor, purpose="NEWS").count() == 2
    assert consents_to(visitor, "NEWS")
