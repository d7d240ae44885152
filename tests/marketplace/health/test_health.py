"""Liveness and readiness, as those ask who know neither host nor TLS."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.db import OperationalError, connection
from django.test import Client

from marketplace.health import ready
from marketplace.health.ready import State, readiness

pytestmark = pytest.mark.django_db
LIVE, READY = "/health/live", "/health/ready"


@pytest.fixture(autouse=True)
def asked_anew(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    readiness.forget()
    monkeypatch.setattr(ready, "_search", lambda: None)
    yield
    readiness.forget()


def probe(path: str) -> tuple[int, dict[str, Any]]:
    answer = Client(headers={"Host": "10.1.2.3:8000"}).get(path)
    assert not answer.cookies and answer["Cache-Control"] == "no-store"
    return answer.status_code, answer.json()


def test_a_probe_by_address_is_answered_under_production_rules(settings: Any) -> None:
    settings.SECURE_SSL_REDIRECT, settings.ALLOWED_HOSTS = True, ["market.example"]
    assert probe(LIVE) == (200, {"status": "live"})
    assert probe(READY) == (200, {"status": "ready"})


def test_living_asks_nobody(django_assert_num_queries: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "get", lambda *_: 1 / 0)
    with django_assert_num_queries(0):
        assert probe(LIVE)[0] == 200


def test_without_its_database_nobody_is_sent_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> None:
        raise OperationalError("host db-7.internal, user market: refused")

    monkeypatch.setattr(ready, "_database", gone)
    assert probe(READY) == (503, {"status": "unready"}), "and no word of why"
    assert probe(LIVE)[0] == 200


def test_a_program_newer_than_its_database_waits() -> None:
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    ((app, newest),) = executor.loader.graph.leaf_nodes("marketplace")
    executor.recorder.record_unapplied(app, newest)
    assert probe(READY)[0] == 503
    executor.recorder.record_applied(app, newest)
    readiness.forget()
    assert probe(READY)[0] == 200


@pytest.mark.parametrize("part", ["_cache", "_search"])
def test_what_people_can_buy_without_is_no_reason_to_send_them_away(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ready, part, lambda: 1 / 0)
    assert probe(READY) == (200, {"status": State.DEGRADED.value})


def test_many_probes_are_one_question(django_assert_num_queries: Any) -> None:
    probe(READY)
    with django_assert_num_queries(0):
        assert [probe(READY)[0] for _ in range(5)] == [200] * 5
