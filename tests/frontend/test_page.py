from typing import Any

import pytest
from django.test import Client

from tests.frontend.conftest import post, token
from tests.frontend.fake_api import FakeApi

ME = {
    "me": {
        "email": "lan@example.com",
        "firstName": "Lan",
        "lastName": "Trần",
        "languageCode": "VI",
        "isConfirmed": True,
        "totpEnabled": False,
        "dateJoined": "2026-01-01T00:00:00+00:00",
        "addresses": [],
    },
    "myOrders": {"totalCount": 0, "edges": []},
    "unpaid": {"edges": []},
    "myQuotes": {"edges": []},
    "conversations": {"totalCount": 0, "edges": []},
    "myFairVisits": [],
}


def sign_in(browser: Client, **made: Any) -> str:
    browser.cookies["access"] = token(**made)
    return browser.cookies["access"].value


def test_a_page_asks_with_the_language_of_its_address_and_the_visitors_token(browser: Client, api: FakeApi) -> None:
    api.answers["Account"] = ME
    mine = sign_in(browser)
    response = browser.get("/nl/eu/account")
    assert response.status_code == 200
    assert [(call.language, call.token) for call in api.asked("Account")] == [("nl", mine)]
    assert response.headers["Content-Language"] == "nl"
    assert '<html lang="nl"' in response.content.decode()


def test_a_page_for_members_sends_a_stranger_to_sign_in_and_back(browser: Client, api: FakeApi) -> None:
    response = browser.get("/en/eu/orders?after=x")
    assert response.status_code == 302
    assert response.headers["Location"] == "/en/eu/sign-in?next=%2Fen%2Feu%2Forders%3Fafter%3Dx"
    assert not api.asked("Orders")


@pytest.mark.parametrize(
    ("code", "signed_in", "status"),
    [
        ("UNAUTHENTICATED", False, 302),
        ("PERMISSION_DENIED", False, 302),
        ("PERMISSION_DENIED", True, 403),
        ("BAD_ID", True, 404),
        ("NOT_FOUND", False, 404),
        ("GRAPHQL_VALIDATION_FAILED", False, 400),
    ],
)
def test_a_refusal_of_the_api_becomes_the_page_for_it(
    browser: Client, api: FakeApi, code: str, signed_in: bool, status: int
) -> None:
    api.answers["Order"] = [{"message": "no", "extensions": {"code": code}}]
    if signed_in:
        sign_in(browser)
    assert browser.get("/en/eu/orders/T3JkZXI6MQ==").status_code == status


def test_nothing_under_a_required_name_is_404_in_the_language(browser: Client, api: FakeApi) -> None:
    api.answers["Product"] = {"product": None, "channel": None}
    response = browser.get("/en/eu/products/none")
    assert response.status_code == 404
    assert "There is nothing at this address" in response.content.decode()


def test_an_unknown_address_and_an_unknown_language_are_404(browser: Client, api: FakeApi) -> None:
    assert browser.get("/en/eu/nowhere").status_code == 404
    assert browser.get("/xx/eu/").status_code == 404
    assert browser.get("/en/europe/products").status_code == 404


def test_trouble_of_the_server_is_a_page_that_asks_nothing_more(browser: Client, api: FakeApi) -> None:
    api.answers["Home"] = [{"message": "boom", "extensions": {"code": "INTERNAL_ERROR"}}]
    browser.raise_request_exception = False
    response = browser.get("/en/eu/")
    assert response.status_code == 500
    assert "Something went wrong on our side" in response.content.decode()
    assert "boom" not in response.content.decode()
    assert not api.asked("Layout")


def test_errors_of_a_mutation_come_back_into_the_filled_form(browser: Client, api: FakeApi) -> None:
    message = "This code is not one of an enterprise."
    api.answers["Register"] = {
        "accountRegister": {"errors": [{"field": "email", "code": "INVALID", "message": message}]}
    }
    response = post(
        browser, "/en/eu/register", "open", email="lan(at)example", password="s3cret-s3cret", firstName="Lan"
    )
    html = response.content.decode()
    assert response.status_code == 422
    assert 'value="lan(at)example"' in html
    assert 'value="Lan"' in html
    assert "s3cret" not in html
    assert html.count(message) == 2
    assert '<a href="#f-open-email">' in html
    assert 'aria-invalid="true" aria-describedby="f-open-email-error"' in html
    assert 'role="alert" tabindex="-1" autofocus' in html


def test_a_number_that_is_none_never_reaches_the_api(browser: Client, api: FakeApi) -> None:
    sign_in(browser)
    rules = {"countryCode": "VN", "requiredFields": [], "allowedFields": [], "countryAreaChoices": [],
             "cityAreaChoices": [], "postalCodeExamples": []}  # fmt: skip
    api.answers["Apply"] = {"me": None, "mySellers": [], "addressValidationRules": rules}
    api.answers["Layout"] = {**ME, "channels": []}
    api.answers["Layout"]["me"] |= {"isStaff": False, "permissions": []}
    fields = {"legalName": "Mộc An Phú", "name": "An Phú", "phone": "1", "email": "a@example.com",
              "entityType": "HOUSEHOLD", "craft": "FURNITURE", "foundedYear": "long ago"}  # fmt: skip
    response = post(browser, "/en/eu/sell", "apply", **fields)
    assert response.status_code == 422
    assert "Write a whole number" in response.content.decode()
    assert not api.asked("SellerApply")


def test_after_a_success_comes_a_redirect_with_a_message_shown_once(browser: Client, api: FakeApi) -> None:
    api.answers["RequestReset"] = {"requestPasswordReset": {"errors": []}}
    response = post(browser, "/en/eu/reset", "send", email="lan@example.com")
    assert response.status_code == 302
    assert response.headers["Location"] == "/en/eu/sign-in"
    assert "an e-mail with a link is on its way" in browser.get("/en/eu/sign-in").content.decode()
    assert "an e-mail with a link is on its way" not in browser.get("/en/eu/sign-in").content.decode()


def test_a_forged_message_is_not_shown(browser: Client, api: FakeApi) -> None:
    browser.cookies["flash"] = '["success", "<b>Send money</b>", {}]'
    assert "Send money" not in browser.get("/en/eu/sign-in").content.decode()


@pytest.mark.parametrize("action", ["", "respond", "load", "__init__", "go"])
def test_a_form_runs_actions_only(browser: Client, api: FakeApi, action: str) -> None:
    assert post(browser, "/en/eu/sign-in", action).status_code == 400


def test_a_form_without_its_token_changes_nothing_and_says_so(browser: Client, api: FakeApi) -> None:
    response = browser.post("/en/eu/reset", {"action": "send", "email": "lan@example.com"})
    assert response.status_code == 403
    assert "The form had been open for too long" in response.content.decode()
    assert not api.asked("RequestReset")


def test_other_methods_are_refused(browser: Client, api: FakeApi) -> None:
    assert browser.get("/en/eu/terms").status_code == 200
    assert Client().delete("/en/eu/terms").status_code == 405


def test_every_answer_carries_the_security_headers(browser: Client, api: FakeApi) -> None:
    for response in (browser.get("/en/eu/terms"), browser.get("/en/eu/nowhere"), browser.get("/")):
        policy = response.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self';" in policy
        assert "unsafe" not in policy
        assert response.headers["X-Frame-Options"] == "DENY"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert "private" in response.headers["Cache-Control"]
