"""The log is written once for each change, stays for its time, and is found by whose consent it is."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from i18n.messages import gettext
from marketplace.accounts.consents.forget import forget_consents
from marketplace.accounts.consents.person import person_key
from marketplace.accounts.consents.purpose import ConsentChange, ConsentPlace, ConsentPurpose
from marketplace.accounts.consents.record import REFUSAL, ConsentRecord
from marketplace.accounts.consents.retention import keep_until, period_on, periods
from marketplace.accounts.consents.write import Agreed, end_consents, record_consents
from marketplace.accounts.models import User
from marketplace.append_only.rows import AppendOnly
from tests.factories.accounts import make_user

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
READ = "The organiser may write to me about this fair and about its next editions."
NEWS, PHOTOS = ConsentPurpose.FAIR_NEWS, ConsentPurpose.FAIR_PHOTOS


@pytest.fixture
def refusing_database() -> None:
    """With the triggers that migrations put in place; the suite takes them away on SQLite."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        for statement in (*REFUSAL.drop("sqlite"), *REFUSAL.create("sqlite")):
            cursor.execute(statement)


def agree(
    *purposes: ConsentPurpose,
    email: str = "guest@example.org",
    user: User | None = None,
    about: str = "Visitor:1",
    at: datetime = NOW,
) -> int:
    agreed = [Agreed(purpose, about, "2026-11", READ, "A fair") for purpose in purposes]
    place = ConsentPlace.FAIR_VISIT
    return record_consents(agreed, email=email, user=user, language="nl", place=place, now=at)


def history() -> list[tuple[str, str]]:
    return list(ConsentRecord.objects.order_by("pk").values_list("purpose", "change"))


def test_a_record_says_who_may_do_what_under_which_words_and_not_the_address() -> None:
    user = make_user()
    assert agree(NEWS, email=" Guest@Example.org ", user=user) == 1
    row = ConsentRecord.objects.get()
    assert (row.at, row.purpose, row.change, row.place) == (NOW, "FAIR_NEWS", "GIVEN", "FAIR_VISIT")
    assert (row.wording_version, row.language, row.wording) == ("2026-11", "nl", gettext("nl", READ))
    assert row.wording != READ and row.about_name == "A fair" and row.user == user
    assert row.person == person_key("guest@example.org") != person_key("other@example.org")
    assert "guest" not in str(vars(row)).lower()


def test_each_change_is_written_once() -> None:
    assert agree(NEWS, PHOTOS) == 2
    assert agree(NEWS, PHOTOS, at=NOW + timedelta(days=1)) == 0, "what is in force is not given again"
    assert agree(NEWS, about="Visitor:2") == 1, "another fair is another consent"
    assert end_consents(["Visitor:1"], purposes=[NEWS], place=ConsentPlace.FAIR_VISIT, now=NOW) == 1
    assert end_consents(["Visitor:1"], purposes=[NEWS], place=ConsentPlace.FAIR_VISIT, now=NOW) == 0
    assert agree(NEWS) == 1, "given again after it was taken back"
    assert end_consents(["Visitor:1", "Visitor:2", "Visitor:3"], now=NOW) == 3
    mine = ConsentRecord.objects.filter(about="Visitor:1", purpose=NEWS).order_by("pk")
    assert list(mine.values_list("change", "place")) == [
        ("GIVEN", "FAIR_VISIT"),
        ("WITHDRAWN", "FAIR_VISIT"),
        ("GIVEN", "FAIR_VISIT"),
        ("ENDED", ""),
    ]
    assert {row.person for row in mine} == {person_key("guest@example.org")}


def test_what_is_rolled_back_leaves_no_record() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        agree(NEWS)
        raise ZeroDivisionError
    assert history() == []


def test_nobody_changes_or_removes_a_record_before_its_time(refusing_database: None) -> None:
    agree(NEWS)
    row = ConsentRecord.objects.get()
    records = ConsentRecord.objects.all()
    for change in (row.delete, row.save, records.delete, lambda: records.update(user=None)):
        with pytest.raises(AppendOnly):
            change()
    for statement in ("UPDATE accounts_consentrecord SET change = 'x'", "DELETE FROM accounts_consentrecord"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert history() == [("FAIR_NEWS", "GIVEN")]


def test_what_has_been_over_for_long_goes_and_what_is_in_force_stays(refusing_database: None) -> None:
    long_ago = NOW.replace(year=NOW.year - period_on(NOW.date()).years) - timedelta(days=9)
    for number, ended in ((1, long_ago + timedelta(days=2)), (2, NOW - timedelta(days=1)), (3, None)):
        agree(NEWS, about=f"Visitor:{number}", at=long_ago)
        if ended:
            end_consents([f"Visitor:{number}"], now=ended)
    agree(NEWS, about="Visitor:1", at=long_ago + timedelta(days=3))
    assert forget_consents(now=NOW) == 2
    left = ConsentRecord.objects.order_by("about", "pk").values_list("about", "change")
    assert list(left) == [
        ("Visitor:1", ConsentChange.GIVEN),
        ("Visitor:2", ConsentChange.GIVEN),
        ("Visitor:2", ConsentChange.ENDED),
        ("Visitor:3", ConsentChange.GIVEN),
    ]
    assert forget_consents(now=NOW) == 0


def test_the_time_is_dated_data_and_counted_from_our_own_day() -> None:
    assert all(period.legal_basis and period.years > 0 for period in periods())
    years = period_on(date(2026, 11, 23)).years
    assert keep_until(NOW) == date(2026 + years, 11, 23)
    assert keep_until(datetime(2028, 2, 29, tzinfo=UTC)) == date(2028 + years, 2, 28)


def test_a_guest_is_found_by_the_confirmed_address_and_by_nobody_elses() -> None:
    someone, other = make_user(email="guest@example.org"), make_user()
    agree(NEWS)
    agree(PHOTOS, user=other, about="Visitor:2")
    assert [row.purpose for row in ConsentRecord.objects.of(someone)] == ["FAIR_NEWS"]
    assert [row.purpose for row in ConsentRecord.objects.of(other)] == ["FAIR_PHOTOS"]
    someone.is_confirmed = False
    assert not ConsentRecord.objects.of(someone).exists()
