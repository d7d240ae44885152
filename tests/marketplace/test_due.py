"""A clock that was wrong puts nothing off for ever."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

from marketplace.accounts.events import AccountRegistered
from marketplace.due import has_come
from marketplace.events.claim import LEASE, claim
from marketplace.events.models import OutboxMessage
from marketplace.events.publish import publish
from tests.factories.accounts import make_user

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOURS = timedelta(hours=2)


@pytest.mark.parametrize(
    ("put_off", "is_its_turn"),
    [(-timedelta(seconds=1), True), (timedelta(seconds=1), False), (HOURS, False), (timedelta(days=1), True)],
)
def test_whose_turn_it_is(put_off: timedelta, is_its_turn: bool) -> None:
    assert has_come(NOW + put_off, NOW, longest=HOURS) is is_its_turn


@pytest.mark.django_db
def test_what_a_worker_of_tomorrow_took_and_left() -> None:
    with transaction.atomic():
        publish(AccountRegistered(user_id=make_user().pk, redirect_url=""))
    OutboxMessage.objects.update(available_at=NOW)
    [taken] = claim(limit=10, now=NOW + timedelta(days=1))
    assert OutboxMessage.objects.get().available_at == NOW + timedelta(days=1) + LEASE
    assert [message.pk for message in claim(limit=10, now=NOW)] == [taken.pk], "now, not tomorrow"
    assert claim(limit=10, now=NOW) == [], "held by whoever has the right time"
