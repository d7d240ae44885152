from typing import Any

from django.test import Client

from frontend.visit import Visit, expiry, is_alive, signed_basket
from tests.frontend.conftest import post, token
from tests.frontend.fake_api import FakeApi


def renewed(access: str, refresh: str) -> dict[str, object]:
    return {"tokenRefresh": {"token": access, "refreshToken": refresh, "errors": []}}


def test_a_spent_access_token_is_renewed_before_the_page_is_asked(browser: Client, api: FakeApi) -> None:
    fresh = token(name="fresh")
    api.answers["RenewTokens"] = renewed(fresh, "refresh-2")
    api.answers["Orders"] = {"myOrders": {"edges": [], "totalCount": 0, "pageInfo": {}}}
    browser.cookies["access"] = token(expires_in=-5)
    browser.cookies["refresh"] = "refresh-1"
    response = browser.get("/en/eu/orders")
    assert response.status_code == 200
    assert api.asked("RenewTokens")[0].variables == {"refreshToken": "refresh-1"}
    assert api.asked("Orders")[0].token == fresh
    assert response.cookies["access"].value == fresh
    assert response.cookies["refresh"].value == "refresh-2"
    for name in ("access", "refresh"):
        assert response.cookies[name]["httponly"]
        assert response.cookies[name]["samesite"] == "Lax"


def test_the_cookies_are_secure_on_the_public_installation(browser: Client, api: FakeApi, settings: Any) -> None:
    settings.SESSION_COOKIE_SECURE = True
    api.answers["RenewTokens"] = renewed(token(), "refresh-2")
    browser.cookies["__Host-refresh"] = "refresh-1"
    access = browser.get("/en/eu/terms").cookies["__Host-access"]
    assert (access["secure"], access["path"], access["domain"]) == (True, "/", "")


def test_a_refresh_token_that_is_refused_signs_out(browser: Client, api: FakeApi) -> None:
    error = {"field": "refreshToken", "code": "INVALID", "message": "expired"}
    api.answers["RenewTokens"] = {"tokenRefresh": {"token": None, "refreshToken": None, "errors": [error]}}
    browser.cookies["refresh"] = "stolen"
    response = browser.get("/en/eu/orders")
    assert response.headers["Location"].startswith("/en/eu/sign-in?next=")
    assert response.cookies["refresh"].value == ""
    assert response.cookies["refresh"]["max-age"] == 0


def test_signing_in_keeps_the_tokens_and_goes_where_one_was_going(browser: Client, api: FakeApi) -> None:
    api.answers["SignIn"] = {"tokenCreate": {"token": token(), "refreshToken": "r", "errors": []}}
    answer = post(browser, "/en/eu/sign-in", "enter", email="lan@example.com", password="pw", next="/en/eu/orders?x=1")
    assert answer.headers["Location"] == "/en/eu/orders?x=1"
    assert answer.cookies["refresh"].value == "r"


def test_nobody_is_sent_to_another_site_after_signing_in(browser: Client, api: FakeApi) -> None:
    api.answers["SignIn"] = {"tokenCreate": {"token": token(), "refreshToken": "r", "errors": []}}
    for elsewhere in ("https://evil.example/", "//evil.example/x", "/\\evil.example", "javascript:alert(1)", "evil"):
        answer = post(browser, "/en/eu/sign-in", "enter", email="a@example.com", password="pw", next=elsewhere)
        assert answer.headers["Location"] == "/en/eu/"


def test_signing_out_takes_tokens_and_baskets_along(browser: Client, api: FakeApi) -> None:
    browser.cookies["access"], browser.cookies["refresh"] = token(), "r"
    browser.cookies["basket_eu"] = signed_basket("Q2hlY2tvdXQ6MQ==")
    answer = post(browser, "/en/eu/sign-out", "leave")
    assert {name for name in answer.cookies if answer.cookies[name]["max-age"] == 0} >= {
        "access",
        "refresh",
        "basket_eu",
    }


def test_what_is_no_token_is_not_sent(rf: Any) -> None:
    for nonsense in ("", "x", "a.b.c", "a.e30.c", "a." + "A" * 5 + ".c"):
        assert expiry(nonsense) == 0.0
        assert not is_alive(nonsense)
    request = rf.get("/")
    request.COOKIES["access"] = "a.b.c"
    assert Visit.of(request).access_token is None
