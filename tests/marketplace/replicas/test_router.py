"""Who is sent where, decided without any server."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from catalog.models import Product
from marketplace.accounts.models import User
from marketplace.replicas import pins, router
from marketplace.replicas.middleware import ReadYourWrites
from marketplace.replicas.pins import COOKIE, acting
from marketplace.replicas.reads import Reads, change_begins, current, fresh_reads
from marketplace.replicas.router import Router
from orders.models import Order

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(router, "is_usable", lambda: True)
    monkeypatch.setattr(router, "connections", {"default": type("Outside", (), {"in_atomic_block": False})})


@pytest.fixture
def lagging() -> Iterator[Reads]:
    reads = Reads(may_lag=True)
    token = current.set(reads)
    yield reads
    current.reset(token)


def alias(model: Any = Product) -> str:
    return Router().db_for_read(model)


def test_outside_a_request_nothing_lags() -> None:
    assert alias() == "default"


def test_the_shop_window_may_lag_and_nothing_else(lagging: Reads) -> None:
    assert alias(Product) == "replica"
    assert {alias(User), alias(Order)} == {"default"}


def test_a_transaction_reads_where_it_writes(lagging: Reads, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db import connections

    monkeypatch.setattr(router, "connections", connections)
    with transaction.atomic():
        assert alias() == "default"


def test_after_a_write_the_request_reads_from_the_primary(lagging: Reads) -> None:
    assert Router().db_for_write(Product) == "default" and alias() == "default"


def test_a_mutation_reads_nothing_old_from_its_beginning(lagging: Reads) -> None:
    change_begins()
    assert alias() == "default" and lagging.wrote
    with fresh_reads():
        pass
    assert alias() == "default", "and not again after something fresh"


def test_what_is_kept_longer_is_read_fresh(lagging: Reads) -> None:
    with fresh_reads():
        assert alias() == "default"
    assert alias() == "replica"


def test_a_replica_that_is_not_well_is_not_asked(lagging: Reads, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(router, "is_usable", lambda: False)
    assert alias() == "default"


def answered(request: HttpRequest, settings: Any, *, writes: bool, person: str | None = None) -> tuple[Any, str]:
    seen = []

    def view(_: HttpRequest) -> HttpResponse:
        if person:
            acting(person)
        if writes:
            change_begins()
        seen.append(alias())
        return HttpResponse()

    settings.DATABASES = {**settings.DATABASES, "replica": {}}
    response = ReadYourWrites(view)(request)
    return response, seen[0]


def test_who_wrote_sees_it_in_the_next_request_and_on_another_device(settings: Any) -> None:
    factory = RequestFactory()
    first, _ = answered(factory.post("/graphql/"), settings, writes=True, person="7")
    assert COOKIE in first.cookies and first.cookies[COOKIE]["max-age"] == pins.SECONDS
    again = factory.get("/")
    again.COOKIES[COOKIE] = "1"
    assert answered(again, settings, writes=False)[1] == "default"
    assert answered(factory.get("/"), settings, writes=False, person="7")[1] == "default"
    other, where = answered(factory.get("/"), settings, writes=False, person="8")
    assert where == "replica" and COOKIE not in other.cookies


def test_a_query_by_post_may_lag_and_a_form_may_not(settings: Any) -> None:
    factory = RequestFactory()
    assert answered(factory.post("/graphql/"), settings, writes=False)[1] == "replica"
    assert answered(factory.post("/en/basket"), settings, writes=False)[1] == "default"


def test_without_its_memory_nobody_reads_what_is_old(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pins.cache, "get", lambda *_: 1 / 0)
    assert answered(RequestFactory().get("/"), settings, writes=False, person="8")[1] == "default"
