"""A seller is told once at 60, 30 and 7 days, and once when it has ended."""

from datetime import UTC, date, datetime, timedelta

import pytest

from catalog.products.certificates.expiry import ending_soon, step_of, watch_certificates
from catalog.products.certificates.keep import update_certificate
from marketplace.events.models import OutboxMessage
from tests.factories.catalog import make_product
from tests.factories.reputation import make_certificate

pytestmark = pytest.mark.django_db
END = date(2026, 11, 22)


def watch(days_before: int) -> list[tuple[str, int | None]]:
    """What is told when the job runs so many days before the end, as event and days left."""
    OutboxMessage.objects.all().delete()
    day = END - timedelta(days=days_before)
    watch_certificates(now=datetime(day.year, day.month, day.day, 3, tzinfo=UTC))
    events = OutboxMessage.objects.filter(name__startswith="Certificate").order_by("sequence")
    return [(event.name, event.payload.get("days_left")) for event in events]


@pytest.mark.parametrize(
    ("days", "step"), [(61, None), (60, 60), (31, 60), (30, 30), (7, 7), (0, 7), (-1, 0), (-900, 0)]
)
def test_the_steps(days: int, step: int | None) -> None:
    assert step_of(days) == step


def test_each_step_is_told_once() -> None:
    product = make_product()
    make_certificate(product, valid_until=END)
    assert watch(90) == []
    assert watch(60) == [("CertificateExpiring", 60)]
    assert watch(59) == []
    assert watch(25) == [("CertificateExpiring", 25)]
    assert watch(6) == [("CertificateExpiring", 6)]
    assert watch(0) == []
    assert watch(-1) == [("CertificateExpired", None)]
    assert OutboxMessage.objects.filter(name="ProductsChanged", payload__product_ids=[product.pk]).exists()
    assert watch(-2) == []


def test_who_did_not_run_the_job_for_months_is_told_the_last_step_alone() -> None:
    make_certificate(valid_until=END)
    assert watch(3) == [("CertificateExpiring", 3)]
    assert watch(2) == []


def test_a_new_last_day_begins_anew() -> None:
    certificate = make_certificate(valid_until=END)
    watch(6)
    update_certificate(certificate=certificate, valid_until=END + timedelta(days=365))
    certificate.refresh_from_db()
    assert certificate.warned_days is None
    assert watch(5) == []
    assert watch(-335) == [("CertificateExpiring", 30)]


def test_what_begins_is_told_to_the_index() -> None:
    product = make_product()
    make_certificate(product, valid_from=END, valid_until=None)
    assert watch(5) == []
    assert not OutboxMessage.objects.filter(name="ProductsChanged").exists()
    watch(-1)
    assert OutboxMessage.objects.filter(name="ProductsChanged", payload__product_ids=[product.pk]).exists()


def test_the_list_of_what_ends_soon_has_what_has_ended() -> None:
    ended, soon = make_certificate(valid_until=END - timedelta(days=400)), make_certificate(valid_until=END)
    make_certificate(valid_until=None)
    make_certificate(valid_until=END + timedelta(days=61))
    assert set(ending_soon(END)) == {ended, soon}
