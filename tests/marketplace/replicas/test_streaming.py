"""Two real PostgreSQLs, one following the other two seconds late, and the program between them."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connections

from marketplace.doctor.checks import replica as doctor
from marketplace.replicas import router
from marketplace.replicas.condition import _Watched, look
from marketplace.replicas.reads import Reads, change_begins, current
from marketplace.replicas.router import Router
from tests.peers.postgresql import Server, primary, replica_of

pytestmark = pytest.mark.services
LATE = 2


@pytest.fixture(scope="module")
def servers(django_db_blocker: Any) -> Iterator[tuple[Server, Server]]:
    with primary() as first:
        first.say("CREATE TABLE catalog_price (amount int); INSERT INTO catalog_price VALUES (1)")
        late = replica_of(first, f"recovery_min_apply_delay={LATE}s", "wal_receiver_timeout=5s")
        with late as second, django_db_blocker.unblock():
            yield first, second


@pytest.fixture
def between(servers: tuple[Server, Server], monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Server, Server]]:
    """The aliases ``default`` and ``replica`` of this process are these two."""
    kept = {alias: connections.settings.get(alias) for alias in ("default", "replica")}
    for alias, server in zip(kept, servers, strict=True):
        connections.settings[alias] = {
            **connections.settings["default"], "ENGINE": "django.db.backends.postgresql", "NAME": "market",
            "USER": "market", "HOST": "127.0.0.1", "PORT": server.port, "OPTIONS": {"connect_timeout": 2},
        }  # fmt: skip
    made = {alias: connections.create_connection(alias) for alias in kept}
    monkeypatch.setattr(type(connections), "__getitem__", lambda self, alias: made[alias])
    monkeypatch.setattr(router, "is_usable", _Watched())
    monkeypatch.setattr(doctor, "settings", type("Settings", (), {"DATABASES": {"replica": {}}}))
    yield servers
    for alias, settings in kept.items():
        made[alias].close()
        if settings is None:
            del connections.settings[alias]
        else:
            connections.settings[alias] = settings


def price(reads: Reads) -> tuple[str, int]:
    """Where a reader of this kind is sent, and what stands there."""
    from catalog.models import Product

    token = current.set(reads)
    try:
        alias = Router().db_for_read(Product)
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT amount FROM catalog_price")
            return alias, cursor.fetchone()[0]
    finally:
        current.reset(token)


def wait(until: Any, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end
        time.sleep(0.1)


def test_others_may_see_the_old_price_for_a_moment_but_never_who_changed_it(between: tuple[Server, Server]) -> None:
    wait(lambda: price(Reads(may_lag=True)) == ("replica", 1))
    writer = Reads(may_lag=True)
    token = current.set(writer)
    change_begins()
    with connections["default"].cursor() as cursor:
        cursor.execute("UPDATE catalog_price SET amount = 2")
    current.reset(token)
    assert price(Reads(may_lag=True)) == ("replica", 1), "a stranger, meanwhile"
    assert price(writer) == ("default", 2), "the same request"
    assert price(Reads(may_lag=False)) == ("default", 2), "the next request of a pinned visitor"
    wait(lambda: price(Reads(may_lag=True)) == ("replica", 2))


def test_a_replica_that_falls_behind_stops_or_is_promoted_is_left_alone(between: tuple[Server, Server]) -> None:
    first, second = between
    wait(lambda: look().is_well)
    assert [finding.grade for finding in doctor.check()] == ["ok"]
    second.say("SELECT pg_wal_replay_pause()")
    first.say("UPDATE catalog_price SET amount = 3")
    wait(lambda: not look().is_well)
    wait(lambda: price(Reads(may_lag=True)) == ("default", 3))
    assert next(iter(doctor.check())).grade == "WRONG"
    second.say("SELECT pg_wal_replay_resume()")
    wait(lambda: price(Reads(may_lag=True)) == ("replica", 3))
    second.say("SELECT pg_promote()")
    wait(lambda: not look().is_replica)
    assert "takes writes itself" in next(iter(doctor.check())).what
    wait(lambda: price(Reads(may_lag=True)) == ("default", 3))
    second.stop("immediate")
    connections["replica"].close()
    assert "cannot be reached" in next(iter(doctor.check())).what
    assert price(Reads(may_lag=True)) == ("default", 3)
