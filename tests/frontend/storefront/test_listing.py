"""What the address of a search becomes for the API."""

from typing import Any

import pytest
from django.test import Client

from tests.frontend.fake_api import FakeApi

NOTHING = {
    "products": {
        "totalCount": 0,
        "degraded": False,
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
