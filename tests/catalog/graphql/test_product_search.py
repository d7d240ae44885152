"""`productSearch` and `autocomplete`, as anybody asks them."""

from typing import Any

import pytest

from catalog.search.index_products import rebuild_index
from catalog.search.name_table import forget_names
from marketplace.graphql import to_global_id
from marketplace.sellers.seller import SellerStatus
from tests.catalog.graphql.conftest import Ask
from tests.contracts.search.catalogue import Shelf, fill

SEARCH = """
query Find($channel: String!, $search: String, $filter: ProductFilterInput, $sortBy: ProductOrder, $first: Int,
  $after: String, $last: Int, $before: String, $languageCode: LanguageCodeEnum) {
  productSearch(channel: $channel, search: $search, filter: $filter, sortBy: $sortBy, first: $first, after: $after,
    last: $last, before: $before, languageCode: $languageCode) {
    totalCount degraded didYouMean suggestions
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    facets { name label values { value label count parent level color } }
    edges { cursor node { slug pricing { priceRange { start { gross { amount } } } } } }
  }
}
"""
COMPLETE = """
query Complete($channel: String!, $search: String!, $languageCode: LanguageCodeEnum) {
  autocomplete(channel: $channel, search: $search, languageCode: $languageCode) {
    products { name product { slug pricing { priceRange { start { gross { amount } } } } } }
    categories { name count category { slug } }
    sellers { name count seller { slug } }
    phrases degraded
  }
}
"""


@pytest.fixture
def shelf(db: None) -> Shelf:
    forget_names()
    found = fill()
    rebuild_index()
    return found


def _slugs(page: dict[str, Any]) -> list[str]:
    return [edge["node"]["slug"] for edge in page["edges"]]


def test_facets_speak_the_readers_language_and_know_their_tree(ask: Ask, shelf: Shelf) -> None:
    page = ask(SEARCH, channel="vn", search="acacia", language="en")["productSearch"]
    assert page["totalCount"] == 2
    facets = {facet["name"]: facet for facet in page["facets"]}
    wood, chairs = (to_global_id("Category", shelf.categories[name].pk) for name in ("wood", "chairs"))
    assert [(v["value"], v["label"], v["parent"], v["level"]) for v in facets["category"]["values"]] == [
        (wood, "Wooden goods", None, 0),
        (chairs, "Chairs", wood, 1),
    ]
    labels = {name: [value["label"] for value in facet["values"]] for name, facet in facets.items()}
    assert labels["origin"] == ["Vietnam"]
    assert labels["moq"] == ["1 piece", "2 to 10"]
    assert labels["lead_time"] == ["up to 7 days", "8 days to 14 days"]
    assert labels["attribute:width"] == ["any"]
    assert (facets["attribute:colour"]["label"], labels["attribute:colour"]) == ("Colour", ["blue", "red"])
    vietnamese = ask(SEARCH, channel="vn", language="vi")["productSearch"]["facets"]
    assert {facet["name"]: facet["label"] for facet in vietnamese}["seller"] == "Nhà sản xuất"


def test_every_value_of_a_facet_is_taken_by_its_filter(ask: Ask, shelf: Shelf) -> None:
    names = {
        "category": "categories", "seller": "sellers", "craft": "crafts", "material": "materials", "origin": "origins",
        "certificate": "certificates", "price": "priceRanges", "lead_time": "leadTimes", "moq": "minimumOrders",
        "rating": "ratings",
    }  # fmt: skip
    for facet in ask(SEARCH, channel="vn")["productSearch"]["facets"]:
        for value in facet["values"]:
            if facet["name"] in names:
                chosen: dict[str, Any] = {names[facet["name"]]: [value["value"]]}
            elif facet["name"] == "attribute:colour":
                chosen = {"attributes": [{"slug": "colour", "values": [value["value"]]}]}
            else:
                continue
            found = ask(SEARCH, channel="vn", filter=chosen)["productSearch"]
            assert found["totalCount"] == value["count"], (facet["name"], value)


def test_pages_go_forward_and_back(ask: Ask, shelf: Shelf) -> None:
    order = {"field": "PRICE", "direction": "ASC"}
    first = ask(SEARCH, channel="vn", first=3, sortBy=order)["productSearch"]
    assert len(_slugs(first)) == 3
    assert first["pageInfo"]["hasNextPage"]
    assert not first["pageInfo"]["hasPreviousPage"]
    rest = ask(SEARCH, channel="vn", first=3, sortBy=order, after=first["pageInfo"]["endCursor"])["productSearch"]
    assert _slugs(rest) == [shelf.products["table"].slug]
    back = ask(SEARCH, channel="vn", last=2, sortBy=order, before=rest["pageInfo"]["startCursor"])["productSearch"]
    assert _slugs(back) == _slugs(first)[1:]
    assert back["pageInfo"]["hasPreviousPage"]


@pytest.mark.parametrize(
    ("variables", "code"),
    [
        ({"after": "nonsense"}, "BAD_CURSOR"),
        ({"after": "WyJhdCIsM10="}, "BAD_CURSOR"),
        ({"after": "WyJwbGFjZSIsIlt0cnVlXSJd"}, "BAD_CURSOR"),
        ({"last": 3}, "BAD_PAGINATION"),
        ({"first": 101}, "BAD_PAGINATION"),
        ({"filter": {"categories": ["x"]}}, "BAD_ID"),
        ({"filter": {"leadTimes": ["soon"]}}, "INVALID"),
        ({"filter": {"attributes": [{"slug": "a"}] * 21}}, "INVALID"),
    ],
    ids=str,
)
def test_what_is_no_question_is_refused_with_a_code(
    ask: Ask, shelf: Shelf, variables: dict[str, Any], code: str
) -> None:
    result = ask(SEARCH, errors=True, channel="vn", **variables)
    assert result.errors is not None
    assert [error["extensions"]["code"] for error in result.errors] == [code]


def test_a_cursor_of_another_order_is_refused(ask: Ask, shelf: Shelf) -> None:
    page = ask(SEARCH, channel="vn", first=1, sortBy={"field": "PRICE", "direction": "ASC"})["productSearch"]
    result = ask(SEARCH, errors=True, channel="vn", search="ghế", after=page["pageInfo"]["endCursor"])
    assert {error["extensions"]["code"] for error in result.errors} == {"BAD_CURSOR"}


def test_misspelt_words_are_put_right_and_nothing_found_leads_on(ask: Ask, shelf: Shelf) -> None:
    page = ask(SEARCH, channel="vn", search="acacai chair", languageCode="EN")["productSearch"]
    assert page["didYouMean"] == "acacia chair"
    assert ask(SEARCH, channel="vn", search="acacia")["productSearch"]["didYouMean"] is None
    assert ask(SEARCH, channel="nowhere", search="acacia")["productSearch"]["totalCount"] == 0


def test_a_suspended_seller_is_neither_found_nor_completed(ask: Ask, shelf: Shelf) -> None:
    potter = shelf.sellers["potter"]
    assert ask(COMPLETE, channel="vn", search="gốm", languageCode="VI")["autocomplete"]["sellers"][0]["count"] == 1
    potter.status = SellerStatus.SUSPENDED
    potter.save()
    assert _slugs(ask(SEARCH, channel="vn", search="vase")["productSearch"]) == []
    found = ask(COMPLETE, channel="vn", search="gốm", languageCode="VI")["autocomplete"]
    assert (found["sellers"], found["products"]) == ([], [])


def test_completions_have_names_and_rows(ask: Ask, shelf: Shelf) -> None:
    found = ask(COMPLETE, channel="vn", search="aca", languageCode="EN")["autocomplete"]
    assert {each["name"] for each in found["products"]} == {"Acacia chair", "Acacia stool"}
    assert found["products"][0]["product"]["pricing"]["priceRange"]["start"]["gross"]["amount"]
    categories = ask(COMPLETE, channel="vn", search="chai")["autocomplete"]["categories"]
    assert [(each["name"], each["count"]) for each in categories] == [("Chairs", 2)]
    assert ask(COMPLETE, channel="vn", search="a")["autocomplete"]["products"] == []
    assert ask(COMPLETE, channel="nowhere", search="aca")["autocomplete"]["products"] == []
    assert ask(COMPLETE, channel="vn", search="x" * 5000)["autocomplete"]["phrases"] == []
