"""The checkout on one page: no further than what is filled in, and never at another total than was shown."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from frontend.visit import signed_basket
from tests.frontend.conftest import post
from tests.frontend.fake_api import FakeApi
from tests.frontend.storefront.test_product import money

ADDRESS = {
    "id": None,
    "firstName": "Anna",
    "lastName": "de Vries",
    "companyName": "",
    "streetAddress1": "Kade 1",
    "streetAddress2": "",
    "city": "Utrecht",
    "cityArea": "",
    "postalCode": "3511 AA",
    "countryArea": "",
    "phone": None,
    "country": {"code": "NL"},
    "formatted": ["Anna de Vries", "Kade 1", "3511 AA Utrecht"],
}
METHOD: dict[str, Any] = {
    "id": "air",
    "name": "Air",
    "carrier": "x",
    "basis": "1 kg",
    "description": "",
    "pickup": None,
    "legs": [],
    "minimumDeliveryDays": 5,
    "maximumDeliveryDays": 9,
    "price": {"amount": Decimal("62"), "currency": "EUR"},
}
RULES = {
    "countryCode": "NL",
    "requiredFields": ["streetAddress1", "city"],
    "allowedFields": ["city", "postalCode"],
    "countryAreaChoices": [],
    "cityAreaChoices": [],
    "postalCodeExamples": ["1234 AB"],
}


def checkout(**facts: Any) -> dict[str, Any]:
    seller = {"id": "s1", "slug": "an-phu", "name": "Mộc An Phú", "craft": "FURNITURE"}
    group = {
        "seller": seller,
        "subtotal": money("37"),
        "lines": [],
        "deliveryMethods": [METHOD],
        "deliveryMethod": None,
        "unansweredCarriers": [],
    }
    channel = {
        "slug": "eu",
        "defaultCountry": {"code": "NL"},
        "countries": [{"code": "NL", "country": "NL"}, {"code": "IT", "country": "IT"}],
    }
    return {
        "id": "c1",
        "email": None,
        "quantity": 2,
        "note": "",
        "purchaseOrderNumber": "",
        "billingAddress": None,
        "taxIds": [],
        "taxIdChoices": [{"kind": "EORI", "kindDisplay": "EORI number"}],
        "isGift": False,
        "giftMessage": "",
        "voucherCode": None,
        "discount": {"amount": Decimal(0), "currency": "EUR"},
        "channel": channel,
        "shippingAddress": None,
        "groups": [group],
        "subtotalPrice": money("37"),
        "shippingPrice": money("62"),
        "totalPrice": money("99"),
        "landedCost": None,
        "tradeRules": [],
        "problems": [],
        "expiresAt": "2026-12-01T00:00:00+00:00",
        "availablePaymentGateways": [
            {"id": "bank_transfer", "name": "Bank transfer", "description": "", "isTest": False, "needsCard": False}
        ],
        **facts,
    }


def ready() -> dict[str, Any]:
    whole = checkout(email="anna@example.com", shippingAddress=ADDRESS)
    whole["groups"][0]["deliveryMethod"] = METHOD
    return whole


@pytest.fixture(autouse=True)
def basket(browser: Client, api: FakeApi) -> None:
    browser.cookies["basket_eu"] = signed_basket("c1")
    api.answers["AddressRules"] = {"addressValidationRules": RULES}


BEGUN = checkout(email="a@example.com", shippingAddress=ADDRESS)


@pytest.mark.parametrize(
    ("state", "shown", "hidden"),
    [
        (checkout(), ["Go on to delivery"], ["Use this delivery", "Place the order", "Change the address"]),
        (BEGUN, ["Change the address", "Use this delivery", "EORI number"], ["Place the order"]),
        (ready(), ["Change the address", "Use this delivery", "Place the order: €99.00"], []),
    ],
)
def test_a_section_is_open_when_what_it_needs_is_filled_in(
    browser: Client, api: FakeApi, state: dict[str, Any], shown: list[str], hidden: list[str]
) -> None:
    api.answers["Checkout"] = {"me": None, "checkout": state}
    html = browser.get("/en/eu/checkout").content.decode()
    assert [text for text in shown if text not in html] == []
    assert [text for text in hidden if text in html] == []
    assert "€99.00" in html


def test_numbers_of_the_firm_are_suggested_and_kept_only_when_sent(browser: Client, api: FakeApi) -> None:
    me = {"email": "a@example.com", "defaultShippingAddress": None, "vat": None, "eori": "NL000099998"}
    api.answers["Checkout"] = {"me": me, "checkout": BEGUN}
    assert 'value="NL000099998"' in browser.get("/en/eu/checkout").content.decode()
    api.answers["CheckoutTaxIds"] = {"checkoutTaxIdsUpdate": {"errors": []}}
    answer = post(browser, "/en/eu/checkout", "numbers", **{"tax-EORI": "NL000099998"})
    assert answer.headers["Location"] == "/en/eu/checkout#papers"
    sent = api.asked("CheckoutTaxIds")[0].variables
    assert sent["taxIds"] == [{"kind": "EORI", "number": "NL000099998"}]


def test_a_country_of_another_market_is_not_asked_for(browser: Client, api: FakeApi) -> None:
    api.answers["Checkout"] = {"me": None, "checkout": checkout()}
    browser.get("/en/eu/checkout", {"country": "KP"})
    assert api.asked("AddressRules")[0].variables == {"countryCode": "NL", "countryArea": None}


def test_another_country_shows_its_fields_and_loses_nothing_typed(browser: Client, api: FakeApi) -> None:
    api.answers["Checkout"] = {"me": None, "checkout": checkout()}
    answer = post(
        browser, "/en/eu/checkout", "choose_country", country="IT", countryArea="Milano", streetAddress1="Via 1"
    )
    html = answer.content.decode()
    assert answer.status_code == 200
    assert api.asked("AddressRules")[0].variables == {"countryCode": "IT", "countryArea": "Milano"}
    assert 'value="Via 1"' in html
    assert '<option value="IT" selected>' in html
    assert not api.asked("CheckoutAddress")


@pytest.mark.parametrize("methods", [[METHOD], []])
def test_carriers_that_may_answer_later_are_named(browser: Client, api: FakeApi, methods: list[dict[str, Any]]) -> None:
    state = checkout(email="a@example.com", shippingAddress=ADDRESS)
    late, refused = ({"name": "Slow & Co", "reason": "TOO_LATE"}, {"name": "Picky Post", "reason": "REFUSED"})
    state["groups"][0] |= {"deliveryMethods": methods, "unansweredCarriers": [late, late, refused]}
    api.answers["Checkout"] = {"me": None, "checkout": state}
    html = browser.get("/en/eu/checkout", {"step": "delivery"}).content.decode()
    assert html.count("Slow &amp; Co did not tell a price just now.") == 1
    assert "Picky Post" not in html
    assert "does not deliver" not in html


def test_nothing_in_the_basket_is_an_empty_page_and_no_error(browser: Client, api: FakeApi) -> None:
    api.answers["Checkout"] = {"me": None, "checkout": None}
    gone = {"field": "id", "code": "NOT_FOUND", "message": "There is no such checkout."}
    api.answers["OrderOfBasket"] = {"checkoutComplete": {"order": None, "orderToken": None, "errors": [gone]}}
    response = browser.get("/en/eu/checkout")
    assert response.status_code == 200
    assert "There is nothing to order yet" in response.content.decode()


def test_a_basket_that_became_an_order_unheard_leads_to_it(browser: Client, api: FakeApi) -> None:
    api.answers["Checkout"] = {"me": None, "checkout": None}
    done = {"order": {"id": "T3JkZXI6MQ=="}, "orderToken": "secret", "errors": []}
    api.answers["OrderOfBasket"] = {"checkoutComplete": done}
    browser.cookies["basket_eu"] = signed_basket("b")
    response = browser.get("/en/eu/checkout")
    assert (response.status_code, response.headers["Location"]) == (302, "/en/eu/orders/T3JkZXI6MQ==?token=secret")
    assert api.asked("OrderOfBasket")[0].variables == {"id": "b"}, "no way of paying: nothing can be ordered by it"
    assert not browser.cookies["basket_eu"].value


def test_a_basket_that_expired_is_an_empty_page(browser: Client, api: FakeApi) -> None:
    api.answers["Checkout"] = {"me": None, "checkout": None}
    error = {"field": "id", "code": "NOT_FOUND", "message": "Gone."}
    api.answers["OrderOfBasket"] = {"checkoutComplete": {"order": None, "orderToken": None, "errors": [error]}}
    browser.cookies["basket_eu"] = signed_basket("b")
    assert "There is nothing to order yet" in browser.get("/en/eu/checkout").content.decode()


def test_an_order_is_placed_at_the_total_that_was_shown(browser: Client, api: FakeApi) -> None:
    done = {"order": {"id": "T3JkZXI6MQ=="}, "orderToken": "secret", "errors": []}
    api.answers["CheckoutComplete"] = {"checkoutComplete": done}
    answer = post(browser, "/en/eu/checkout", "place", acceptedTotal="99.00", paymentGateway="bank_transfer", terms="1")
    sent = api.asked("CheckoutComplete")[0].variables
    assert (sent["acceptedTotal"], sent["paymentGateway"], sent["paymentData"]) == (
        Decimal("99.00"),
        "bank_transfer",
        None,
    )
    assert answer.headers["Location"] == "/en/eu/orders/T3JkZXI6MQ==?token=secret"
    assert answer.cookies["basket_eu"]["max-age"] == 0


def test_a_changed_total_is_shown_and_has_to_be_accepted_again(browser: Client, api: FakeApi) -> None:
    changed = {"field": "acceptedTotal", "code": "PRICE_CHANGED", "message": "The total has changed."}
    api.answers["CheckoutComplete"] = {"checkoutComplete": {"order": None, "orderToken": None, "errors": [changed]}}
    api.answers["Checkout"] = {"me": None, "checkout": ready()}
    answer = post(browser, "/en/eu/checkout", "place", acceptedTotal="12.00", paymentGateway="bank_transfer", terms="1")
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "The total has changed." in html
    assert 'name="acceptedTotal" value="99"' in html
    assert "basket_eu" not in answer.cookies


@pytest.mark.parametrize("left_out", ["paymentGateway", "terms"])
def test_without_a_way_to_pay_or_the_terms_nothing_is_ordered(browser: Client, api: FakeApi, left_out: str) -> None:
    api.answers["Checkout"] = {"me": None, "checkout": ready()}
    form = {"acceptedTotal": "99", "paymentGateway": "bank_transfer", "terms": "1"}
    del form[left_out]
    assert post(browser, "/en/eu/checkout", "place", **form).status_code == 422
    assert not api.asked("CheckoutComplete")


def test_what_changed_is_confirmed_before_it_is_ordered(browser: Client, api: FakeApi) -> None:
    problem = {"code": "PRICE_CHANGED", "field": "lines", "message": "It costs more now."}
    api.answers["Checkout"] = {"me": None, "checkout": {**ready(), "problems": [problem]}}
    html = browser.get("/en/eu/checkout?step=review").content.decode()
    assert "It costs more now." in html and 'name="changes"' in html

    asked = {"acceptedTotal": "99", "paymentGateway": "bank_transfer", "terms": "1", "hasChanged": "1"}
    answer = post(browser, "/en/eu/checkout", "place", **asked)
    assert answer.status_code == 422
    assert not api.asked("CheckoutComplete")
