"""Short lists are counted at each request; the number of a long one is kept for a while, each list's by itself."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from marketplace.events.models import OutboxMessage
from marketplace.graphql.connections import counted as module
from marketplace.graphql.connections.counted import counted
from tests.marketplace.graphql.messages import make_message

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def many_is_three(monkeypatch: pytest.MonkeyPatch) -> None:
    cache.clear()
    monkeypatch.setattr(module, "MANY", 3)


def test_a_short_list_is_exact_at_once() -> None:
    rows = OutboxMessage.objects.order_by("-id")
    for number in range(4):
        assert counted(rows, key="all") == number
        make_message()


def test_a_long_list_is_counted_once_a_while() -> None:
    for _number in range(5):
        make_message()
    rows = OutboxMessage.objects.order_by("-id")
    assert counted(rows, key="all") == 5
    make_message()
    with CaptureQueriesContext(connection) as asked:
        assert counted(rows, key="all") == 5
    assert len(asked) == 1 and "LIMIT 4" in asked[0]["sql"]
    cache.clear()
    assert counted(rows, key="all") == 6


def test_a_list_far_longer_is_not_looked_at_meanwhile() -> None:
    for _number in range(10):
        make_message()
    rows = OutboxMessage.objects.all()
    assert counted(rows, key="all") == 10
    make_message()
    with CaptureQueriesContext(connection) as asked:
        assert counted(rows, key="all") == 10
    assert not asked.captured_queries


def test_every_list_has_its_own_number() -> None:
    for name in "aaaabbbbb":
        make_message(name=name)
    assert counted(OutboxMessage.objects.filter(name="a"), key="a") == 4
    assert counted(OutboxMessage.objects.filter(name="b"), key="b") == 5


def test_a_list_that_became_short_is_exact_again() -> None:
    for _number in range(5):
        make_message()
    assert counted(OutboxMessage.objects.all(), key="all") == 5
    OutboxMessage.objects.filter(pk__in=OutboxMessage.objects.values("pk")[:3]).delete()
    assert counted(OutboxMessage.objects.all(), key="all") == 2
