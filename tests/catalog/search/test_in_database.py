"""Without an engine the database answers: the same filters and orders, flagged, and never an error."""

from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from catalog.search.autocomplete import autocomplete
from catalog.search.further import did_you_mean, further_searches
from catalog.search.index_products import rebuild_index
from catalog.search.request import FACETS, AttributeFilter, Range, SearchPage, SearchRequest, Sort
from catalog.search.search_products import search_products
from tests.contracts.search.catalogue import Shelf, fill

pytestmark = pytest.mark.django_db


def _request(text: str = "", **more: Any) -> SearchRequest:
    return SearchRequest(**{"channel": "vn", "now": timezone.now(), "text": text, **more})


def _search(text: str = "", **more: Any) -> SearchPage:
    page = search_products(_request(text, **more))
    assert page.degraded
    return page


@pytest.fixture
def shelf() -> Shelf:
    return fill()


def _range(text: str) -> Range:
    found = Range.parse(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, {"chair", "stool", "table", "vase"}),
        ({"materials": ["Gỗ tràm"]}, {"chair", "stool"}),
        ({"origins": ["KH"]}, {"vase"}),
        ({"certificates": ["FSC"]}, {"chair", "table"}),
        ({"hs_codes": ["69.13"]}, {"vase"}),
        ({"skus": ["gh-01"]}, {"chair"}),
        ({"gtins": ["04006381333931"]}, {"vase"}),
        ({"price_ranges": [_range("90000..150000")]}, {"stool"}),
        ({"lead_times": [_range("8..15")]}, {"stool"}),
        ({"moqs": [_range("51..")]}, {"vase"}),
        ({"ratings": [_range("4..")]}, {"chair", "vase"}),
        ({"attributes": [AttributeFilter("colour", ["red"])]}, {"chair", "table"}),
        ({"attributes": [AttributeFilter("width", gte=30, lte=45)]}, {"chair", "stool"}),  # type: ignore[arg-type]  # whole numbers do
    ],
    ids=lambda value: str(sorted(value) if isinstance(value, set) else value),
)
def test_filters_are_the_engines(shelf: Shelf, filters: dict[str, Any], expected: set[str]) -> None:
    assert set(shelf.names(_search(**filters))) == expected


def test_words_codes_and_orders(shelf: Shelf) -> None:
    assert set(shelf.names(_search("ghế"))) == {"chair", "stool"}
    assert shelf.names(_search("GH-02")) == ["stool"]
    assert shelf.names(_search("6913")) == ["vase"]
    assert shelf.names(_search(sort=Sort.PRICE)) == ["stool", "chair", "vase", "table"]
    assert shelf.names(_search(sort=Sort.RATING, descending=True)) == ["vase", "chair", "table", "stool"]
    assert _search("ghế", facets=FACETS).facets == ()
    assert _search(channel="nowhere").total == 0


def test_pages_go_on_from_a_product_and_back(shelf: Shelf) -> None:
    first = _search(sort=Sort.PRICE, limit=3)
    assert (shelf.names(first), first.has_more, first.total) == (["stool", "chair", "vase"], True, 4)
    rest = _search(sort=Sort.PRICE, limit=3, after=first.hits[-1].place)
    assert (shelf.names(rest), rest.has_more) == (["table"], False)
    back = _search(sort=Sort.PRICE, limit=2, before=rest.hits[0].place)
    assert (shelf.names(back), back.has_more) == (["chair", "vase"], True)


def test_a_list_that_was_begun_without_the_index_is_ended_without_it(shelf: Shelf) -> None:
    first = _search(sort=Sort.PRICE, limit=2)
    rebuild_index()
    assert shelf.names(_search(sort=Sort.PRICE, limit=2, after=first.hits[-1].place)) == ["vase", "table"]


def test_a_list_that_was_begun_with_the_index_goes_on_without_it(shelf: Shelf, index_folder: Path) -> None:
    rebuild_index()
    first = search_products(_request(sort=Sort.PRICE, limit=2))
    assert not first.degraded
    (index_folder / "current").unlink()
    assert shelf.names(_search(sort=Sort.PRICE, limit=2, after=first.hits[-1].place)) == ["vase", "table"]


def _damage(folder: Path) -> None:
    name = (folder / "current").read_text()
    for path in (folder / name).iterdir():
        path.write_bytes(b"\x00 damaged")


def _of_another_shape(folder: Path) -> None:
    (folder / "current").write_text("index-000000000000-1")


def _nonsense(folder: Path) -> None:
    (folder / "current").write_bytes(b"\xff\xfe../../etc")


def _gone(folder: Path) -> None:
    (folder / "current").unlink()


@pytest.mark.parametrize("harm", [_damage, _of_another_shape, _nonsense, _gone])
def test_a_harmed_index_is_no_error(shelf: Shelf, index_folder: Path, harm: Any) -> None:
    rebuild_index()
    harm(index_folder)
    page = _search("ghế", facets=FACETS)
    assert set(shelf.names(page)) == {"chair", "stool"}
    assert did_you_mean(_request("ghe"), page) is None
    assert further_searches(_request("ghe"), page) == []
    found = autocomplete(channel="vn", text="ghế", language="vi", now=timezone.now())
    assert (found.degraded, len(found.products), found.categories) == (True, 2, ())
    rebuild_index()
    assert not search_products(_request("ghế")).degraded
