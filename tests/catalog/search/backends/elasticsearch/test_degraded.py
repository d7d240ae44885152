"""A server that is gone, silent or without an index: search answers all the same, and says that it is degraded."""

import os
import time
from typing import Any

import pytest
from django.utils import timezone

from catalog.search.autocomplete import autocomplete
from catalog.search.backends.base import SearchUnavailable, backend
from catalog.search.backends.elasticsearch.address import parse
from catalog.search.index_products import index_products, rebuild_index
from catalog.search.request import SearchPage, SearchRequest
from catalog.search.search_products import search_products
from tests.catalog.search.backends.elasticsearch.relay import Relay, relay
from tests.contracts.search.server import forget, server_url
from tests.factories.catalog import make_product, make_sellable_variant

pytestmark = pytest.mark.django_db


def _search(text: str = "ghế") -> SearchPage:
    return search_products(SearchRequest(channel="vn", now=timezone.now(), text=text))


def _product(name: str = "Ghế gỗ") -> int:
    return int(make_sellable_variant(product=make_product(name=name)).product.pk)


def _through(way: Relay, index: str) -> str:
    return server_url(index).replace(os.environ["SEARCH_URL"], f"opensearch+http://127.0.0.1:{way.port}")


def test_a_refused_connection_is_answered_from_the_database_at_once(settings: Any) -> None:
    with relay(None) as nobody:
        port = nobody.port
    settings.SEARCH_BACKEND, settings.SEARCH_URL = "elasticsearch", f"opensearch+http://127.0.0.1:{port}?patience=20"
    product = _product()
    began = time.monotonic()
    page = _search()
    assert (page.ids, page.degraded) == ([product], True)
    assert time.monotonic() - began < 10
    with pytest.raises(SearchUnavailable):
        index_products([product])
    assert autocomplete(channel="vn", text="ghế", language="vi", now=timezone.now()).degraded


def test_a_silent_server_is_waited_for_no_longer_than_said(settings: Any) -> None:
    product = _product()
    with relay(None) as silent:
        settings.SEARCH_BACKEND = "elasticsearch"
        settings.SEARCH_URL = f"http://127.0.0.1:{silent.port}?patience=0.4"
        began = time.monotonic()
        page = _search()
        assert 0.4 <= time.monotonic() - began < 10
    assert (page.ids, page.degraded) == ([product], True)


@pytest.mark.services
def test_without_an_index_the_database_answers(settings: Any) -> None:
    settings.SEARCH_BACKEND, settings.SEARCH_URL = "elasticsearch", server_url("none")
    product = _product()
    page = _search()
    assert (page.ids, page.degraded) == ([product], True)
    assert not backend().is_ready()
    with pytest.raises(SearchUnavailable):
        backend().refresh([product], lambda _ids: [])


@pytest.mark.services
def test_a_server_that_stops_and_comes_back_is_asked_again(settings: Any) -> None:
    settings.SEARCH_BACKEND = "elasticsearch"
    with relay(os.environ["SEARCH_URL"]) as way:
        settings.SEARCH_URL = _through(way, "relayed")
        product = _product()
        rebuild_index()
        assert (_search().ids, _search().degraded) == ([product], False)

        way.break_off()
        assert (_search().ids, _search().degraded) == ([product], True)
        later = _product("Ghế tre")
        with pytest.raises(SearchUnavailable):
            index_products([later])

        way.come_back()
        assert (_search().ids, _search().degraded) == ([product], False)
        index_products([later])
        assert sorted(_search().ids) == [product, later]
    forget(parse(server_url("relayed")))


@pytest.mark.services
def test_a_server_that_falls_silent_halfway_is_given_up(settings: Any) -> None:
    settings.SEARCH_BACKEND = "elasticsearch"
    with relay(os.environ["SEARCH_URL"]) as way:
        url = _through(way, "halfway")
        settings.SEARCH_URL = url
        product = _product()
        rebuild_index()
        settings.SEARCH_URL = url.replace("patience=20", "patience=0.6")
        way.silent = True
        assert (_search().ids, _search().degraded) == ([product], True)
    forget(parse(server_url("halfway")))
