"""What was agreed to before there was a log is in it after one run: with what was known, and with nothing made up."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from catalog.traceability.shopper.fakes.tell import FakeData, report_fake
from i18n.messages import gettext
from marketplace.accounts.consents import carry_over
from marketplace.accounts.consents.carry_over import carry_over_consents
from marketplace.accounts.consents.mine import consents_of
from marketplace.accounts.consents.person import person_key
from marketplace.accounts.consents.record import ConsentRecord
from marketplace.accounts.consents.retention import keep_until
from marketplace.expo.leads.contact import withdraw_contact
from marketplace.expo.models import Visitor, VisitorConsent
from marketplace.expo.visitors.consents import set_consents
from marketplace.expo.visitors.forget import empty_visitors
from marketplace.expo.visitors.wording import WORDINGS, wording_text
from marketplace.periodic import JOBS
from tests.factories.accounts import make_user
from tests.factories.expo import make_exhibitor
from tests.factories.leads import make_fair_visitor, make_lead, make_open_fair
from tests.factories.push import make_device
from tests.factories.shoppers import make_warranty
from tests.factories.visitors import make_registration, make_visitor

pytestmark = pytest.mark.django_db
VERSION = WORDINGS[0].version


def without_log() -> datetime:
    """As it was before there was one."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DELETE FROM accounts_consentrecord")
        else:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("TRUNCATE accounts_consentrecord")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    return timezone.now()


def written() -> list[tuple[Any, ...]]:
    rows = ConsentRecord.objects.order_by("purpose", "pk")
    return list(rows.values_list("purpose", "change", "wording_version", "language", "place"))


def test_a_visitors_consents_come_with_their_moments_words_and_ends() -> None:
    then = datetime(2026, 10, 1, 8, 0, tzinfo=UTC)
    visitor = make_visitor(consents=["NEWS", "PHOTOS"], read_in="nl", now=then)
    later = then + timedelta(days=3)
    set_consents(visitor=visitor, purposes=["NEWS"], now=later)
    now = without_log()

    assert carry_over_consents(now=now) == 2
    assert carry_over_consents(now=now) == 0

    assert written() == [
        ("FAIR_NEWS", "GIVEN", VERSION, "nl", "CARRIED_OVER"),
        ("FAIR_PHOTOS", "GIVEN", VERSION, "nl", "CARRIED_OVER"),
        ("FAIR_PHOTOS", "WITHDRAWN", "", "", "CARRIED_OVER"),
    ]
    news, photos, end = ConsentRecord.objects.order_by("purpose", "pk")
    assert (news.at, photos.at, end.at) == (then, then, later)
    assert news.wording == gettext("nl", wording_text("NEWS", VERSION)) and news.about_name == visitor.expo.name
    assert (news.person, news.keep_until) == (person_key(visitor.email), keep_until(then))
    mine = consents_of(make_user(email=visitor.email))
    assert {(one.purpose, one.state) for one in mine} == {("FAIR_NEWS", "GIVEN"), ("FAIR_PHOTOS", "WITHDRAWN")}


def test_what_goes_on_afterwards_follows_what_was_carried_over() -> None:
    visitor = make_visitor(consents=["NEWS"])
    now = without_log()
    carry_over_consents(now=now)
    set_consents(visitor=visitor, purposes=[], now=now)
    set_consents(visitor=visitor, purposes=["NEWS"], now=now)
    changes = list(ConsentRecord.objects.order_by("pk").values_list("change", "place"))
    assert changes == [("GIVEN", "CARRIED_OVER"), ("WITHDRAWN", "FAIR_VISIT"), ("GIVEN", "FAIR_VISIT")]
    assert carry_over_consents(now=now) == 0


def test_words_whose_language_nobody_kept_are_not_made_up() -> None:
    make_visitor(consents=["NEWS"], language="ko")
    VisitorConsent.objects.update(language="")
    carry_over_consents(now=without_log())
    row = ConsentRecord.objects.get()
    assert (row.wording_version, row.wording, row.language) == (VERSION, "", "")


def test_an_exhibitor_that_had_the_contact_is_named_with_it() -> None:
    exhibitor = make_exhibitor(make_open_fair())
    kept, taken_back = (make_lead(exhibitor, make_fair_visitor(exhibitor.expo)) for _ in range(2))
    end = timezone.now() + timedelta(minutes=1)
    withdraw_contact(visitor=taken_back.visitor, lead=taken_back, now=end)
    carry_over_consents(now=without_log())
    contacts = ConsentRecord.objects.filter(purpose="FAIR_CONTACT").order_by("pk")
    assert [(row.about, row.change, row.at) for row in contacts] == [
        (f"Lead:{kept.pk}", "GIVEN", kept.contact_given_at),
        (f"Lead:{taken_back.pk}", "GIVEN", taken_back.contact_given_at),
        (f"Lead:{taken_back.pk}", "WITHDRAWN", end),
    ]
    assert {row.about_name for row in contacts} == {exhibitor.name}


def test_shoppers_and_devices_come_without_the_words() -> None:
    user = make_user()
    warranty, device = make_warranty("anna@example.org"), make_device(user)
    report = FakeData("ABC-1", "Chợ Ví Dụ", contact_email="b@example.org", language="vi")
    told_at = report_fake(data=report, photo=None, now=timezone.now()).created_at
    assert carry_over_consents(now=without_log()) == 3
    assert written() == [
        ("DEVICE_NOTICES", "GIVEN", "", "", "CARRIED_OVER"),
        ("FAKE_REPORT", "GIVEN", "", "vi", "CARRIED_OVER"),
        ("WARRANTY", "GIVEN", "", "nl", "CARRIED_OVER"),
    ]
    rows = {row.purpose: row for row in ConsentRecord.objects.all()}
    assert rows["DEVICE_NOTICES"].user == user and rows["DEVICE_NOTICES"].at == device.created_at
    assert (rows["WARRANTY"].at, rows["FAKE_REPORT"].at) == (warranty.confirmed_at, told_at)
    assert not any(row.wording for row in rows.values())


def test_nothing_is_written_of_who_did_not_confirm_is_forgotten_or_took_it_back_long_ago() -> None:
    make_registration(consents=["NEWS"])
    forgotten = make_visitor(consents=["NEWS"])
    empty_visitors(Visitor.objects.filter(pk=forgotten.pk), now=timezone.now())
    long_ago = timezone.now() - timedelta(days=5 * 366)
    old = make_visitor(consents=["PHOTOS"], now=long_ago)
    set_consents(visitor=old, purposes=[], now=long_ago + timedelta(days=1))
    make_device(kinds=[])
    assert carry_over_consents(now=without_log()) == 0


def test_many_are_carried_over_in_batches_and_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(carry_over, "AT_ONCE", 1)
    for _ in range(3):
        make_visitor(consents=["NEWS"])
    without_log()
    (job,) = (job for job in JOBS if job.name == "carry-over-consents")
    assert (job.work(), job.work()) == (3, 0)
