"""What the address of a search becomes for the API."""

from typing import Any

import pytest
from django.test import Client

from frontend.storefront.listing import attribute_input
from tests.frontend.fake_api import FakeApi

NOTHING = {
    "productSearch": {
        "totalCount": 0,
        "degraded": False,
        "didYouMean": None,
        "suggestions": [],
        "facets": [],
        "edges": [],
        "pageInfo": {"hasNextPage": False, "hasPreviousPage": False},
    }
}


@pytest.fixture(autouse=True)
def empty(api: FakeApi) -> None:
    api.answers["Listing"] = NOTHING


def sent(browser: Client, api: FakeApi, query: str) -> dict[str, Any]:
    response = browser.get(f"/en/eu/products?{query}")
    assert response.status_code == 200
    return api.asked("Listing")[0].variables


def test_words_facets_price_and_stock(browser: Client, api: FakeApi) -> None:
    query = (
        "q=s%C6%A1n+m%C3%A0i&craft=LACQUER&craft=CERAMICS&category=tableware&seller=an-phu&price_gte=10,50&in_stock=1"
    )
    variables = sent(browser, api, query)
    assert variables["search"] == "sơn mài"
    assert variables["filter"] == {
        "crafts": ["LACQUER", "CERAMICS"],
        "categories": ["tableware"],
        "sellers": ["an-phu"],
        "price": {"gte": "10.50"},
        "inStock": True,
    }
    assert variables["sortBy"] == {"field": "RANK", "direction": "DESC"}


@pytest.mark.parametrize("query", ["craft=BOMBS", "price_gte=NaN", "price_lte=-1", "price_gte=1e99999", "sort=x"])
def test_what_is_no_choice_is_passed_over(browser: Client, api: FakeApi, query: str) -> None:
    variables = sent(browser, api, query)
    assert variables["filter"] == {}
    assert variables["sortBy"] == {"field": "CREATED", "direction": "DESC"}


def test_pages_go_both_ways(browser: Client, api: FakeApi) -> None:
    forth = sent(browser, api, "after=abc")
    assert (forth["first"], forth["after"]) == (24, "abc")
    api.calls.clear()
    back = sent(browser, api, "before=abc")
    assert (back["last"], back["before"]) == (24, "abc")
    assert "first" not in back


def test_nothing_found_says_what_to_try(browser: Client, api: FakeApi) -> None:
    assert "Nothing matches" in browser.get("/en/eu/products?q=x").content.decode()


def test_every_facet_of_the_address_has_its_filter(browser: Client, api: FakeApi) -> None:
    query = "material=G%E1%BB%91m&origin=VN&certificate=FSC&price=..200000&lead_time=8..15&moq=..2&rating=4..&moq=x"
    assert sent(browser, api, query)["filter"] == {
        "materials": ["Gốm"],
        "origins": ["VN"],
        "certificates": ["FSC"],
        "priceRanges": ["..200000"],
        "leadTimes": ["8..15"],
        "minimumOrders": ["..2"],
        "ratings": ["4.."],
    }
    api.calls.clear()
    attributes = sent(browser, api, "attribute:colour=red&attribute:colour=blue&attribute:width=10..20")["filter"]
    assert attributes["attributes"][0] == {"slug": "colour", "values": ["red", "blue"]}
    assert {name: str(end) for name, end in attributes["attributes"][1]["valuesRange"].items()} == {
        "gte": "10",
        "lte": "19.9999",
    }


def test_ranges_of_a_number_become_one() -> None:
    found = attribute_input("attribute:width", ["20..50", "10..20", "50.."])
    assert {name: str(end) for name, end in found["valuesRange"].items()} == {"gte": "10"}


def test_a_choice_can_be_taken_back_and_words_put_right(browser: Client, api: FakeApi) -> None:
    values = [{"value": "VN", "label": "Vietnam", "count": 3, "parent": None, "level": None, "color": None}]
    found = {
        **NOTHING["productSearch"],
        "didYouMean": "acacia chair",
        "facets": [{"name": "origin", "label": "Country of origin", "values": values}],
    }
    api.answers["Listing"] = {"productSearch": found}
    page = browser.get("/en/eu/products?q=acacai&origin=VN&after=abc").content.decode()
    assert 'href="/en/eu/products?q=acacai"' in page
    assert "q=acacia%20chair" in page or "q=acacia+chair" in page
    assert page.count('value="VN" checked') == 1
