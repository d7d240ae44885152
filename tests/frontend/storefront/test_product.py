"""The product page's own decisions: which version, how many, and into which basket."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from frontend.visit import signed_basket
from tests.frontend.conftest import post
from tests.frontend.fake_api import FakeApi

PATH = "/en/eu/products/bowl"


def money(amount: str) -> dict[str, Any]:
    gross = {"amount": Decimal(amount), "currency": "EUR"}
    return {"gross": gross, "net": gross, "tax": {"amount": Decimal(0), "currency": "EUR"}}


def words(text: str, **shown: Any) -> dict[str, Any]:
    return {"text": text, "isFallback": False, "source": "ORIGINAL", "language": {"code": "EN"}, **shown}


def variant(name: str, **facts: Any) -> dict[str, Any]:
    tiers = [{"minimumQuantity": 10, "price": money("18.50")}, {"minimumQuantity": 100, "price": money("16")}]
    return {
        "id": name,
        "sku": name,
        "name": name,
        "gtin": None,
        "moq": 10,
        "orderMultiple": 4,
        "leadTimeDays": 14,
        "unitsPerCarton": None,
        "quantityAvailable": 3,
        "availability": {"mode": "IN_STOCK", "quantity": 3, "shipsFrom": None},
        **dict.fromkeys(("netWeight", "grossWeight", "packedSize", "cartonWeight", "cartonSize")),
        "pricing": {
            "taxRate": Decimal(0),
            "taxBasis": "",
            "price": money("18.50"),
            "tiers": tiers,
            "onSale": False,
            "saleEndsAt": None,
            "displayGrossPrices": True,
        },
        **facts,
    }


def product(**facts: Any) -> dict[str, Any]:
    seller = {
        "id": "s",
        "slug": "an-phu",
        "name": "Mộc An Phú",
        "craft": "FURNITURE",
        "region": "Bình Dương",
        "cityArea": "An Phú",
        "foundedYear": 1998,
        "isVerified": True,
        "logo": None,
        "localized": {"tagline": None},
    }
    localized = {
        "name": words("Bát sơn mài", isFallback=True, language={"code": "VI"}),
        "description": None,
        "material": None,
        "warnings": None,
    }
    return {
        "id": "p",
        "slug": "bowl",
        "localizedSlugs": [{"language": {"code": "JA"}, "slug": "漆椀"}],
        "localized": localized,
        "category": None,
        "media": [],
        "thumbnail": None,
        "hsCode": "441990",
        "species": [],
        "restrictions": [],
        **dict.fromkeys(("sampleAvailable", "customizable", "privateLabel", "isHazardous"), False),
        **dict.fromkeys(("samplePrice", "unNumber", "rating", "isFavorite")),
        **dict.fromkeys(("tracedLots", "reviewCount"), 0),
        **{name: [] for name in ("attributes", "certificates", "ratingCounts")},
        "reviews": {"pageInfo": {"hasNextPage": False}, "edges": []},
        "manufacturer": None,
        "needsNoWarnings": False,
        "responsiblePerson": None,
        "originCountry": {"code": "VN"},
        "isAvailableForPurchase": True,
        "defaultVariant": {"id": "black"},
        "variants": [variant("red"), variant("black")],
        "seller": seller,
        **facts,
    }


@pytest.fixture(autouse=True)
def answers(api: FakeApi) -> None:
    countries = [{"code": "NL", "country": "NL"}, {"code": "IT", "country": "IT"}]
    channel = {
        "slug": "eu",
        "name": "EU",
        "currencyCode": "EUR",
        "defaultCountry": {"code": "NL"},
        "countries": countries,
    }
    api.answers["Product"] = {"channel": channel, "product": product()}
    api.answers["LandedCost"] = {"landedCostEstimate": None}
    api.answers["TradeRules"] = {"tradeRules": []}
    api.answers["BasketStart"] = {"checkoutCreate": {"checkout": {"id": "new"}, "errors": []}}
    api.answers["BasketAdd"] = {"checkoutLinesAdd": {"checkout": {"id": "old"}, "errors": []}}


def test_the_default_version_at_the_least_quantity_that_is_a_whole_multiple(browser: Client, api: FakeApi) -> None:
    html = browser.get(PATH).content.decode()
    assert 'value="12" min="12" step="4"' in html
    assert f'hx-get="{PATH}/cost?product=p&amp;variant=black&amp;quantity=12&amp;country=NL"' in html
    assert not api.asked("LandedCost"), "the page waits for no carrier"


def test_the_cost_at_the_door_comes_alone_for_scripts(browser: Client, api: FakeApi) -> None:
    api.answers["ProductCost"] = {"channels": [], "landedCostEstimate": None, "tradeRules": []}
    answer = browser.get(f"{PATH}/cost", {"product": "p", "variant": "red", "quantity": "12", "country": "it"})
    assert "There is no estimate for this country yet." in answer.content.decode()
    assert "<html" not in answer.content.decode()
    asked = api.asked("ProductCost")[0].variables
    assert (asked["lines"], asked["country"]) == ([{"variantId": "red", "quantity": 12}], "IT")


@pytest.mark.parametrize("asked", [{}, {"quantity": "x", "country": "IT"}, {"quantity": "1", "country": "I"}])
def test_a_cost_of_nothing_is_not_there(browser: Client, api: FakeApi, asked: dict[str, str]) -> None:
    assert browser.get(f"{PATH}/cost", asked).status_code == 404
    assert not api.asked("ProductCost")


@pytest.mark.parametrize(("asked", "given"), [("13", 16), ("100", 100), ("0", 12), ("x", 12), ("-5", 12), ("٣", 12)])
def test_a_quantity_of_the_address_is_lifted_to_a_possible_one(
    browser: Client, api: FakeApi, asked: str, given: int
) -> None:
    browser.get(PATH, {"quantity": asked, "variant": "red", "country": "it", "postal_code": "00100"})
    assert api.asked("LandedCost")[0].variables == {
        "channel": "eu",
        "lines": [{"variantId": "red", "quantity": given}],
        "country": "IT",
        "postalCode": "00100",
        "business": False,
    }


def test_a_text_in_another_language_says_so_and_carries_its_code(browser: Client, api: FakeApi) -> None:
    html = browser.get(PATH).content.decode()
    assert '<span lang="vi">Bát sơn mài</span>' in html
    assert "shown in Vietnamese" in html


def test_the_first_product_begins_a_basket_of_this_market(browser: Client, api: FakeApi) -> None:
    answer = post(browser, PATH, "add", variantId="red", quantity="12")
    assert answer.status_code == 302
    assert answer.cookies["basket_eu"].value == signed_basket("new")
    assert api.asked("BasketStart")[0].variables == {
        "input": {"channel": "eu", "lines": [{"variantId": "red", "quantity": 12}]}
    }


def test_the_next_goes_into_the_same_basket(browser: Client, api: FakeApi) -> None:
    browser.cookies["basket_eu"] = signed_basket("old")
    post(browser, PATH, "add", variantId="red", quantity="12")
    assert api.asked("BasketAdd")[0].variables["id"] == "old"
    assert not api.asked("BasketStart")


def test_a_basket_that_is_gone_is_begun_anew(browser: Client, api: FakeApi) -> None:
    browser.cookies["basket_eu"] = signed_basket("gone")
    gone = {"field": "id", "index": None, "code": "NOT_FOUND", "message": "There is no such basket."}
    api.answers["BasketAdd"] = {"checkoutLinesAdd": {"checkout": None, "errors": [gone]}}
    answer = post(browser, PATH, "add", variantId="red", quantity="12")
    assert answer.cookies["basket_eu"].value == signed_basket("new")


def test_a_refused_quantity_comes_back_beside_its_field(browser: Client, api: FakeApi) -> None:
    few = {"field": "lines", "index": 0, "code": "INSUFFICIENT_STOCK", "message": "Only 3 are available."}
    api.answers["BasketStart"] = {"checkoutCreate": {"checkout": None, "errors": [few]}}
    answer = post(browser, PATH, "add", variantId="red", quantity="40")
    html = answer.content.decode()
    assert answer.status_code == 422
    assert 'id="f-add-quantity-error">Only 3 are available.' in html
    assert 'value="40"' in html
