"""Counting openings without anybody's traces, and telling what is unusual in them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from catalog.traceability.mint_codes import void_codes
from catalog.traceability.shopper.scans.acknowledge import acknowledge_alert
from catalog.traceability.shopper.scans.count_scan import count_scan
from catalog.traceability.shopper.scans.figures import public_scans, scans_of_seller
from catalog.traceability.shopper.scans.letter import mail_scan_alert
from catalog.traceability.shopper.scans.meaning import MEANING
from catalog.traceability.shopper.scans.robot import is_robot
from catalog.traceability.shopper.scans.scan_alert import ScanAlert, ScanRule
from catalog.traceability.shopper.scans.scan_count import ScanCount
from catalog.traceability.shopper.scans.watch import watch_scans
from catalog.traceability.step_kind import StepKind
from marketplace.accounts.mail.outgoing_letter import OutgoingLetter
from marketplace.events.models import OutboxMessage
from tests.factories.accounts import make_user
from tests.factories.sellers import make_member
from tests.factories.traceability import make_code, make_lot, make_step

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def test_counted_by_day_and_country_and_nothing_else() -> None:
    code = make_code()
    for country in ("NL", "NL", "DE", "", "no country"):
        count_scan(code=code, country=country, now=NOW)
    count_scan(code=code, country="NL", now=NOW + timedelta(days=1))
    rows = set(ScanCount.objects.values_list("day", "country", "count"))
    first, second = date(2026, 11, 20), date(2026, 11, 21)
    assert rows == {(first, "NL", 2), (first, "DE", 1), (first, "", 2), (second, "NL", 1)}
    assert {field.name for field in ScanCount._meta.get_fields()} == {"id", "code", "day", "country", "count"}


def test_one_statement_where_the_row_is_there(django_assert_num_queries: Any) -> None:
    code = make_code()
    count_scan(code=code, country="NL", now=NOW)
    with django_assert_num_queries(3):  # the savepoint, the update, its release
        count_scan(code=code, country="NL", now=NOW)


def test_the_public_reads_tens_the_seller_all() -> None:
    lot = make_lot()
    code, quiet = make_code(lot), make_code(lot)
    ScanCount.objects.create(code=code, day=NOW.date(), country="NL", count=17)
    ScanCount.objects.create(code=code, day=NOW.date(), country="", count=4)
    ScanCount.objects.create(code=quiet, day=NOW.date(), country="VN", count=9)
    assert public_scans([code.pk, quiet.pk]) == {code.pk: 20, quiet.pk: 0}
    (told,) = scans_of_seller(lot.seller_id, today=NOW.date())
    assert (told.scans, told.codes) == (30, 2)
    assert [(one.country, one.scans) for one in told.countries] == [("NL", 17), ("VN", 9), ("", 4)]


@pytest.mark.parametrize(
    ("agent", "robot"),
    [
        ("Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36", False),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1", False),
        ("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", True),
        ("facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)", True),
        ("curl/8.5.0 somewhere-in-a-script", True),
        ("", True),
    ],
)
def test_robots(agent: str, robot: bool) -> None:
    assert is_robot(agent) is robot


def test_each_rule_is_raised_once_and_told() -> None:
    sold = make_lot()
    make_step(sold, kind=StepKind.SHIPPING)
    copied, fast, calm = make_code(sold), make_code(sold), make_code(sold)
    early, void = make_code(), make_code()
    void_codes(seller_id=void.lot.seller_id, codes=[void.pk], reason="Rách")
    type(void).objects.filter(pk=void.pk).update(voided_at=NOW - timedelta(days=3))
    for country in ("NL", "DE", "JP", "US"):
        ScanCount.objects.create(code=copied, day=NOW.date(), country=country, count=1)
    ScanCount.objects.create(code=fast, day=NOW.date(), country="NL", count=40)
    ScanCount.objects.create(code=calm, day=NOW.date(), country="NL", count=39)
    ScanCount.objects.create(code=calm, day=NOW.date() - timedelta(days=1), country="DE", count=39)
    ScanCount.objects.create(code=early, day=NOW.date(), country="NL", count=3)
    ScanCount.objects.create(code=early, day=NOW.date(), country="VN", count=30)
    ScanCount.objects.create(code=void, day=NOW.date(), country="NL", count=2)
    assert watch_scans(now=NOW) == 4
    raised = set(ScanAlert.objects.values_list("code_id", "rule", "scans"))
    assert raised == {
        (copied.pk, "MANY_COUNTRIES", 4), (fast.pk, "FAST_PACE", 40), (early.pk, "BEFORE_SHIPPING", 3),
        (void.pk, "AFTER_VOIDING", 2),
    }  # fmt: skip
    assert OutboxMessage.objects.filter(name="ScanAlertRaised").count() == 4
    assert watch_scans(now=NOW) == 0


def test_acknowledged_is_raised_again_by_later_days_only() -> None:
    code = make_code()
    ScanCount.objects.create(code=code, day=NOW.date(), country="", count=50)
    assert watch_scans(now=NOW) == 1
    first, second = make_user(), make_user()
    alert = acknowledge_alert(alert=ScanAlert.objects.get(), note="Đã xem", by=first)
    acknowledge_alert(alert=alert, note="khác", by=second)
    alert.refresh_from_db()
    assert (alert.note, alert.acknowledged_by) == ("Đã xem", first)
    ScanAlert.objects.update(acknowledged_at=NOW)
    assert watch_scans(now=NOW + timedelta(hours=2)) == 0
    ScanCount.objects.create(code=code, day=NOW.date() + timedelta(days=2), country="", count=50)
    assert watch_scans(now=NOW + timedelta(days=2)) == 1


def test_owners_are_written_to_in_their_language() -> None:
    code = make_code()
    owner = make_member(code.lot.seller, "OWNER")
    ScanCount.objects.create(code=code, day=NOW.date(), country="NL", count=50)
    watch_scans(now=NOW)
    for alert in ScanAlert.objects.all():
        mail_scan_alert(type("Told", (), {"alert_id": alert.pk})())
    letters = OutgoingLetter.objects.filter(kind="TRACE_SCANS_UNUSUAL", recipient=owner.email)
    assert letters.count() == ScanAlert.objects.count() > 0
    assert set(MEANING) == set(ScanRule.values)
