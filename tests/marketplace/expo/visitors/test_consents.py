"""What visitors agree to is in the consent log from when they confirmed, once for each change, until it is over."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import transaction

from i18n.messages import gettext
from marketplace.accounts.consents.person import person_key
from marketplace.accounts.consents.record import ConsentRecord
from marketplace.accounts.privacy.erase import erase_proven
from marketplace.accounts.privacy.export import export_personal_data
from marketplace.expo.leads.contact import give_contact_again, withdraw_contact
from marketplace.expo.leads.record import record_lead
from marketplace.expo.models import ConsentPurpose, Visitor
from marketplace.expo.visitors.change import change_visitor, withdraw_visitor
from marketplace.expo.visitors.confirm import confirm_visitor
from marketplace.expo.visitors.forget import days_kept, forget_visitors
from marketplace.expo.visitors.register import register_visitor
from marketplace.expo.visitors.wording import wordings_now
from tests.factories.accounts import make_user
from tests.factories.expo import make_exhibitor, make_expo
from tests.factories.visitors import badge_of, make_entry, make_registration, make_visitor

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)
Said = tuple[str, str, str]


def said(of: str = "Visitor:") -> list[Said]:
    rows = ConsentRecord.objects.filter(about__startswith=of).order_by("pk")
    return list(rows.values_list("purpose", "change", "place"))


def agree(visitor: Visitor, *purposes: str) -> None:
    change_visitor(visitor=visitor, changes={}, consents=purposes, now=NOW + timedelta(hours=1), read_in="ja")


def test_what_somebody_typed_counts_from_when_the_address_answered() -> None:
    visitor = make_registration(consents=["LEADS", "NEWS"], read_in="nl", language="en", email="a@example.org")
    assert said() == []
    confirm_visitor(visitor=visitor, now=NOW)
    confirm_visitor(visitor=visitor, now=NOW + timedelta(hours=1))
    assert sorted(said()) == [
        ("FAIR_LEADS", "GIVEN", "FAIR_REGISTRATION"),
        ("FAIR_NEWS", "GIVEN", "FAIR_REGISTRATION"),
    ]
    row = ConsentRecord.objects.get(purpose="FAIR_NEWS")
    text = wordings_now()[ConsentPurpose.NEWS].text
    assert (row.language, row.wording, row.wording_version) == ("nl", gettext("nl", text), "2026-11")
    assert (row.person, row.user, row.about_name, row.at) == (
        person_key("a@example.org"),
        None,
        visitor.expo.name,
        NOW,
    )


def test_each_change_is_logged_once_and_what_stays_is_not() -> None:
    visitor = make_visitor(consents=["LEADS", "NEWS"])
    before = len(said())
    agree(visitor, "NEWS", "PHOTOS")
    agree(visitor, "NEWS", "PHOTOS")
    assert said()[before:] == [
        ("FAIR_LEADS", "WITHDRAWN", "FAIR_VISIT"),
        ("FAIR_PHOTOS", "GIVEN", "FAIR_VISIT"),
    ]
    assert ConsentRecord.objects.get(purpose="FAIR_PHOTOS").language == "ja"


def test_a_registration_that_is_rolled_back_leaves_no_record() -> None:
    user, expo = make_user(), make_expo()
    entry = make_entry(email=user.email, consents=["NEWS"])
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        register_visitor(expo=expo, entry=entry, now=NOW, user=user)
        assert [row.user for row in ConsentRecord.objects.all()] == [user]
        raise ZeroDivisionError
    assert said() == []


def test_leaving_takes_everything_back_and_the_period_ends_it() -> None:
    gone = make_visitor(consents=["NEWS"])
    withdraw_visitor(visitor=gone, now=NOW)
    assert said()[1:] == [("FAIR_NEWS", "WITHDRAWN", "FAIR_VISIT")]
    visitor = make_visitor(consents=["PHOTOS"])
    over = datetime.combine(visitor.expo.ends_on, datetime.min.time(), UTC)
    forget_visitors(now=over + timedelta(days=days_kept(over.date()) + 2))
    assert said()[3:] == [("FAIR_PHOTOS", "ENDED", "")]


def test_an_exhibitor_has_the_contact_from_the_scan_until_it_is_taken_back() -> None:
    visitor = make_visitor(consents=["LEADS"])
    exhibitor = make_exhibitor(visitor.expo)
    code = badge_of(visitor).code

    def scan() -> None:
        now = datetime.now(UTC)
        record_lead(exhibitor=exhibitor, code=code, client_id=uuid4(), scanned_at=now, by=None, now=now)

    scan()
    scan()
    assert said("Lead:") == [("FAIR_CONTACT", "GIVEN", "FAIR_STAND")]
    lead = visitor.leads.get()
    assert withdraw_contact(visitor=visitor, now=NOW, lead=lead) == 1
    assert give_contact_again(visitor=visitor, lead=lead, now=NOW)
    change_visitor(visitor=visitor, changes={}, consents=[], now=NOW)
    assert said("Lead:")[1:] == [
        ("FAIR_CONTACT", "WITHDRAWN", "FAIR_VISIT"),
        ("FAIR_CONTACT", "GIVEN", "FAIR_VISIT"),
        ("FAIR_CONTACT", "WITHDRAWN", "FAIR_VISIT"),
    ]
    assert {row.about_name for row in ConsentRecord.objects.filter(purpose="FAIR_CONTACT")} == {exhibitor.name}


def test_a_guests_consents_are_in_the_copy_of_the_account_and_end_with_it() -> None:
    make_visitor(email="later@example.org", consents=["NEWS"])
    user = make_user(email="later@example.org")
    copy = export_personal_data(user)["consents"]
    assert [(one["purpose"], one["change"]) for one in copy] == [("FAIR_NEWS", "GIVEN")]
    assert export_personal_data(make_user())["consents"] == []
    erase_proven(user=user)
    assert said()[1:] == [("FAIR_NEWS", "WITHDRAWN", "ERASURE")]
    user.refresh_from_db()
    assert not ConsentRecord.objects.of(user).exists(), "nobody is found by an address that is gone"
