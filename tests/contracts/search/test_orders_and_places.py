from typing import Any

import pytest

from catalog.models import Product
from catalog.search.index_products import index_products, rebuild_index
from catalog.search.request import BadPlace, Sort
from tests.contracts.search.catalogue import Shelf, search
from tests.factories.catalog import make_product, make_sellable_variant


@pytest.mark.parametrize(
    ("sort", "descending", "expected"),
    [
        (Sort.PRICE, False, ["stool", "chair", "vase", "table"]),
        (Sort.PRICE, True, ["table", "vase", "chair", "stool"]),
        (Sort.RATING, True, ["vase", "chair", "table", "stool"]),
        (Sort.RATING, False, ["table", "chair", "vase", "stool"]),
        (Sort.CREATED, False, ["chair", "stool", "table", "vase"]),
        (Sort.CREATED, True, ["vase", "table", "stool", "chair"]),
        (Sort.NAME, False, ["table", "vase", "stool", "chair"]),
    ],
)
def test_orders(shelf: Shelf, sort: Sort, descending: bool, expected: list[str]) -> None:
    assert shelf.names(search(sort=sort, descending=descending, language="vi")) == expected


def test_names_are_ordered_in_the_language_of_the_reader(shelf: Shelf) -> None:
    assert shelf.names(search(sort=Sort.NAME, language="en")) == ["chair", "stool", "vase", "table"]


def test_without_words_the_newest_stand_first(shelf: Shelf) -> None:
    assert shelf.names(search()) == ["vase", "table", "stool", "chair"]


@pytest.fixture
def many(shelf: Shelf) -> list[int]:
    """Thirty products alike in everything."""
    rows = [make_product(name="Rổ tre đan", seller=shelf.sellers["joiner"]) for _ in range(30)]
    for row in rows:
        make_sellable_variant(product=row, price=70_000)
    rebuild_index()
    return [row.pk for row in rows]


ORDERS: list[dict[str, Any]] = [
    {"sort": Sort.RANK},
    {"sort": Sort.PRICE},
    {"sort": Sort.PRICE, "descending": True},
    {"sort": Sort.RATING, "descending": True},
    {"sort": Sort.LAST_MODIFIED, "descending": True},
    {"sort": Sort.NAME, "language": "vi"},
]


@pytest.mark.parametrize("order", ORDERS, ids=str)
def test_pages_part_an_order_without_a_gap_or_a_repetition(many: list[int], order: dict[str, Any]) -> None:
    whole = search("rổ tre", limit=100, **order).ids
    assert sorted(whole) == many
    found: list[int] = []
    place = None
    while True:
        page = search("rổ tre", limit=7, after=place, **order)
        found += page.ids
        assert page.total == 30
        if not page.has_more:
            break
        place = page.hits[-1].place
    assert found == whole


@pytest.mark.parametrize("order", ORDERS, ids=str)
def test_pages_are_read_backwards(many: list[int], order: dict[str, Any]) -> None:
    whole = search("rổ tre", limit=100, **order)
    page = search("rổ tre", limit=7, before=whole.hits[20].place, **order)
    assert (page.ids, page.has_more) == (whole.ids[13:20], True)
    first = search("rổ tre", limit=7, before=whole.hits[3].place, **order)
    assert (first.ids, first.has_more) == (whole.ids[:3], False)


def test_what_is_written_between_two_pages_shifts_nothing(many: list[int], shelf: Shelf) -> None:
    first = search("rổ tre", sort=Sort.PRICE, limit=10)
    cheaper = make_product(name="Rổ tre nhỏ", seller=shelf.sellers["joiner"])
    make_sellable_variant(product=cheaper, price=1_000)
    Product.objects.filter(pk=first.ids[0]).update(approval="DRAFT")
    index_products([cheaper.pk, first.ids[0]])
    second = search("rổ tre", sort=Sort.PRICE, limit=100, after=first.hits[-1].place)
    assert second.ids == many[10:]


@pytest.mark.parametrize("place", [("price_up",), (1, 2, 3), ("x",) * 5, ("rank", -1, 0, 0.5, 7)], ids=str)
def test_a_place_of_another_order_is_refused(shelf: Shelf, place: tuple[Any, ...]) -> None:
    with pytest.raises(BadPlace):
        search("ghế", sort=Sort.PRICE, after=place)


def test_a_page_of_nothing_knows_the_total(shelf: Shelf) -> None:
    page = search("ghế", limit=0)
    assert (page.ids, page.total) == ([], 2)
