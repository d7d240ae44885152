from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest

from catalog.search.request import FACETS, AttributeFilter, Range
from tests.contracts.search.catalogue import Shelf, facet, search

ALL = {"chair", "stool", "table", "vase"}


def _range(text: str) -> Range:
    found = Range.parse(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ALL),
        ({"crafts": ["ceramics"]}, {"vase"}),
        ({"crafts": []}, set()),
        ({"crafts": ["no such craft"]}, set()),
        ({"materials": ["Gỗ tràm"]}, {"chair", "stool"}),
        ({"materials": ["Gỗ tràm", "Gốm"]}, {"chair", "stool", "vase"}),
        ({"origins": ["KH"]}, {"vase"}),
        ({"certificates": ["FSC"]}, {"chair", "table"}),
        ({"hs_codes": ["6913"]}, {"vase"}),
        ({"hs_codes": ["69.13"]}, {"vase"}),
        ({"skus": ["gh 01"]}, {"chair"}),
        ({"gtins": ["04006381333931"]}, {"vase"}),
        ({"price_gte": Decimal(150_000), "price_lte": Decimal(400_000)}, {"chair", "vase"}),
        ({"price_ranges": [_range("90000..150000")]}, {"stool"}),
        ({"price_ranges": [_range("..100000"), _range("1000000..")]}, {"stool", "table"}),
        ({"lead_times": [_range("..8")]}, {"chair"}),
        ({"lead_times": [_range("8..15"), _range("31..61")]}, {"stool", "table"}),
        ({"moqs": [_range("..2")]}, {"chair"}),
        ({"moqs": [_range("51..")]}, {"vase"}),
        ({"ratings": [_range("4..")]}, {"chair", "vase"}),
        ({"attributes": [AttributeFilter("colour", ["red"])]}, {"chair", "table"}),
        ({"attributes": [AttributeFilter("colour", ["red", "blue"])]}, ALL),
        ({"attributes": [AttributeFilter("width", gte=Decimal(30), lte=Decimal(45))]}, {"chair", "stool"}),
        ({"attributes": [AttributeFilter("colour", ["red"]), AttributeFilter("width", gte=Decimal(100))]}, {"table"}),
        ({"attributes": [AttributeFilter('"] OR *', ["x"], gte=Decimal(1))]}, set()),
        ({"in_stock": True}, ALL),
        ({"in_stock": False}, set()),
    ],
    ids=lambda value: str(sorted(value) if isinstance(value, set) else value),
)
def test_filters(shelf: Shelf, filters: dict[str, Any], expected: set[str]) -> None:
    assert shelf.find(**filters) == expected


def test_a_category_has_what_is_below_it(shelf: Shelf) -> None:
    assert shelf.find(categories=[shelf.categories["wood"].pk]) == {"chair", "stool", "table"}
    assert shelf.find(categories=[shelf.categories["chairs"].pk, shelf.categories["pots"].pk]) == ALL - {"table"}


def test_facets_count_every_kind_and_every_ancestor(shelf: Shelf) -> None:
    page = search(facets=FACETS)
    wood, chairs, pots = (str(shelf.categories[name].pk) for name in ("wood", "chairs", "pots"))
    assert facet(page, "category") == {wood: 3, chairs: 2, pots: 1}
    assert facet(page, "seller") == {str(shelf.sellers["joiner"].pk): 3, str(shelf.sellers["potter"].pk): 1}
    assert facet(page, "craft") == {"furniture": 3, "ceramics": 1}
    assert facet(page, "material") == {"Gỗ tràm": 2, "Gỗ sồi": 1, "Gốm": 1}
    assert facet(page, "origin") == {"VN": 3, "KH": 1}
    assert facet(page, "certificate") == {"FSC": 2}
    assert facet(page, "lead_time") == {"..8": 1, "8..15": 1, "31..61": 1}
    assert facet(page, "moq") == {"..2": 1, "2..11": 2, "51..101": 1}
    assert facet(page, "rating") == {"4..": 2, "3..4": 1}
    assert facet(page, "attribute:colour") == {"red": 2, "blue": 2}
    assert facet(page, "attribute:width") == {"..50": 3, "100..": 1}
    assert sum(facet(page, "price").values()) == 4


@pytest.mark.parametrize(
    ("filters", "name", "own", "other"),
    [
        ({"crafts": ["ceramics"]}, "craft", {"furniture": 3, "ceramics": 1}, {"blue": 1}),
        ({"materials": ["Gốm"]}, "material", {"Gỗ tràm": 2, "Gỗ sồi": 1, "Gốm": 1}, {"blue": 1}),
        ({"moqs": [_range("..2")]}, "moq", {"..2": 1, "2..11": 2, "51..101": 1}, {"red": 1}),
        (
            {"attributes": [AttributeFilter("colour", ["red"])]},
            "attribute:colour",
            {"red": 2, "blue": 2},
            {"red": 2, "blue": 2},
        ),
    ],
    ids=lambda value: str(sorted(value) if isinstance(value, set) else value),
)
def test_a_facets_own_choice_does_not_count_for_itself(
    shelf: Shelf, filters: dict[str, Any], name: str, own: dict[str, int], other: dict[str, int]
) -> None:
    page = search(facets=FACETS, **filters)
    assert facet(page, name) == own
    assert facet(page, "attribute:colour") == other


def test_every_value_of_a_range_facet_finds_as_many_as_it_counts(shelf: Shelf) -> None:
    filters = {"price": "price_ranges", "lead_time": "lead_times", "moq": "moqs", "rating": "ratings"}
    page = search(facets=[*filters])
    for name, by in filters.items():
        for value, count in facet(page, name).items():
            assert len(shelf.find(**{by: [_range(value)]})) == count, (name, value)


def test_choices_that_leave_nothing_still_tell_what_else_there_is(shelf: Shelf) -> None:
    page = search("ghế", crafts=["ceramics"], facets=["craft"])
    assert (page.total, facet(page, "craft")) == (0, {"furniture": 2})


@pytest.mark.parametrize("facets", [["category", "seller", "price"], ["attribute"], []])
def test_only_facets_asked_for_come_back(shelf: Shelf, facets: Sequence[str]) -> None:
    found = {each.name.partition(":")[0] for each in search(facets=facets).facets}
    assert found == set(facets)
