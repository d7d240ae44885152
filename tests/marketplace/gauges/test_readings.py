"""Figures of the database are read for Prometheus, with few statements and not anew for every asker."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import DatabaseError, transaction
from django.utils import timezone

from marketplace.accounts.events import AccountRegistered
from marketplace.events.models import OutboxMessage
from marketplace.events.publish import publish
from marketplace.gauges import outbox, readings
from tests.factories.orders import make_order

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_is_kept() -> None:
    cache.delete("gauges")


def told() -> dict[tuple[str, ...], float]:
    return {
        (sample.name, *sample.labels.values()): sample.value
        for metric in readings.read_metrics()
        for sample in metric.samples
    }


def test_what_waits_is_counted_with_its_age() -> None:
    with transaction.atomic():
        publish(AccountRegistered(user_id=7, redirect_url=""))
    OutboxMessage.objects.update(available_at=timezone.now() - timedelta(minutes=3))
    found = told()
    assert found["marketplace_outbox_waiting", "main"] == 1
    assert 180 <= found["marketplace_outbox_oldest_seconds", "main"] < 240
    assert found["marketplace_outbox_dead",] == 0


def test_payments_stand_by_gateway_and_state() -> None:
    make_order()
    assert told()["marketplace_payments_last_hour", "bank_transfer", "pending"] == 1


def test_another_asker_gets_what_was_read(django_assert_num_queries: object) -> None:
    told()
    with django_assert_num_queries(0):  # type: ignore[operator]  # pytest-django's fixture has no type
        told()


def test_a_subject_that_fails_does_not_take_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> object:
        raise DatabaseError("no such table")

    monkeypatch.setitem(readings.SUBJECTS, "outbox", broken)  # type: ignore[arg-type]
    found = told()
    assert found["marketplace_reading_failed", "outbox"] == 1
    assert found["marketplace_letters_waiting",] == 0
    assert outbox.read is not broken
