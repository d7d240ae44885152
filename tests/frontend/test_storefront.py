"""Every page of the storefront over the real API: opens, is sound, and says nothing of others."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern

from frontend.storefront.urls import pages, pages_of_all_markets
from frontend.visit import signed_basket
from marketplace.accounts.models import User
from tests.factories.accounts import PASSWORD, make_user
from tests.frontend.conftest import post
from tests.frontend.soundness import problems
from tests.frontend.world import World, make_world

pytestmark = pytest.mark.django_db
LANGUAGES = ("en", "vi", "ja")
FRAGMENTS = {"product-cost", "product-beside", "suggestions"}
"""Pieces of a page, without a layout."""
FILES = {"fair-calendar", "fair-agenda-calendar", "fair-seminar-calendar"}
MEMBERS_ONLY = {
    "erase-account",
    "account",
    "account-addresses",
    "account-data",
    "account-details",
    "account-documents",
    "account-notices",
    "account-security",
    "conversation",
    "credit",
    "favorites",
    "messages",
    "orders",
    "quote",
    "quotes",
    "report-review",
    "request-quote",
    "write-message",
}
FOR_ONE_BUYER = {"dispute", "order", "order-dispute", "order-return", "return", "review", "fair-visit"}
"""Not there for anybody else."""


def names(table: list[URLPattern]) -> list[str]:
    return [str(pattern.name) for pattern in table if pattern.name not in FRAGMENTS | FILES]


@pytest.fixture
def world() -> World:
    return make_world()


def sign_in(browser: Client, user: User) -> None:
    answer: Any = post(browser, "/en/eu/sign-in", "enter", email=user.email, password=PASSWORD)
    assert answer.status_code == 302, answer.content.decode()


def address(world: World, name: str, language: str) -> str:
    plain = {str(pattern.name): str(pattern.pattern) for pattern in (*pages, *pages_of_all_markets)}
    rest = world.addresses.get(name) or plain[name]
    return f"/{language}/{rest}" if name in names(pages_of_all_markets) else f"/{language}/eu/{rest}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_opens_and_is_sound_for_its_buyer(browser: Client, world: World, language: str) -> None:
    sign_in(browser, world.buyer)
    browser.cookies["basket_eu"] = signed_basket(world.ready_basket)
    for name in (*names(pages), *names(pages_of_all_markets)):
        path = address(world, name, language)
        response = browser.get(path)
        assert response.status_code == 200, (path, response.status_code)
        assert problems(response.content.decode(), language=language) == [], path


def test_every_page_opens_for_strangers_or_sends_them_to_sign_in(browser: Client, world: World) -> None:
    for name in (*names(pages), *names(pages_of_all_markets)):
        response = browser.get(address(world, name, "en"))
        expected = 302 if name in MEMBERS_ONLY else 404 if name in FOR_ONE_BUYER else 200
        assert response.status_code == expected, name
        if expected != 302:
            assert problems(response.content.decode(), language="en") == [], name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("category", "Seats"),
        ("categories", "Furniture"),
        ("collections", "Gifts for Tết"),
        ("collection", 'href="/en/eu/products/ghe-vi-du"'),
        ("favorites", 'href="/en/eu/products/ghe-vi-du"'),
        ("compare", 'href="/en/eu/products/ghe-vi-du"'),
        ("product-reviews", "Mooi gemaakt, stevig verpakt."),
        ("report-review", "Mooi gemaakt, stevig verpakt."),
        ("invitation", 'value="accept"'),
        ("review", 'name="rating"'),
        ("sizes", "<table"),
        ("words", "HS code"),
        ("indicators", "/indicators/exports-value.csv"),
        ("trace-roots", "trace-roots.json"),
        ("trace", 'name="pin"'),
        ("trace-warranty", 'name="consents"'),
        ("trace-feedback", 'name="rating"'),
        ("report-fake", 'name="photo"'),
        ("tracking", "Ví dụ Express"),
        ("fair", 'href="/en/eu/fairs/hoi-cho-vi-du/apply"'),
        ("fair-agenda", "원목 의자를 찾고 있습니다."),
        ("fair-seminars", "Lê Thị Ví Dụ"),
        ("account", 'href="/en/fair-visit?fair='),
        ("account-documents", 'href="/en/eu/orders/'),
        ("account-security", "This device"),
        ("account-addresses", 'name="postalCode"'),
        ("account-details", "EORI number"),
        ("account-data", "Download my data"),
    ],
)
def test_a_page_shows_what_the_world_has_for_it(browser: Client, world: World, name: str, shown: str) -> None:
    sign_in(browser, world.buyer)
    assert shown in browser.get(address(world, name, "en")).content.decode()


def test_the_steps_of_a_new_basket_are_sound(browser: Client, world: World) -> None:
    browser.cookies["basket_eu"] = signed_basket(world.new_basket)
    for path in ("/nl/eu/basket", "/nl/eu/checkout", "/nl/eu/checkout?step=review&country=IT"):
        html = browser.get(path).content.decode()
        assert problems(html, language="nl") == [], path


def test_an_order_is_its_buyers_and_the_holders_of_its_token(browser: Client, world: World) -> None:
    path = address(world, "order", "en")
    assert browser.get(path).status_code == 404
    assert browser.get(path, {"token": "guessed"}).status_code == 404
    html = browser.get(path, {"token": world.order.token}).content.decode()
    assert world.order.number in html
    assert browser.get(f"/en/eu/orders/{world.order.pk}", {"token": world.order.token}).status_code == 200
    sign_in(browser, make_user())
    assert browser.get(path).status_code == 404


def test_the_list_of_orders_has_ones_own_only(browser: Client, world: World) -> None:
    sign_in(browser, make_user())
    assert world.order.number not in browser.get("/en/eu/orders").content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "/en/eu/products/none",
        "/en/eu/makers/none",
        "/en/eu/fairs/none",
        "/en/eu/fairs/hoi-cho-vi-du/none",
        "/en/eu/orders/none",
        "/en/zz/products",
        "/en/t/none",
        "/en/eu/products?after=none&sort=x&craft=x&price_gte=x",
        "/en/eu/products?category=none",
        "/en/eu/products?seller=none",
        "/en/eu/makers?after=none",
        "/en/eu/products/ghe-vi-du?variant=none&quantity=none&country=none",
        "/en/eu/fairs/hoi-cho-vi-du?hall=none&after=none",
        "/en/eu/confirm?token=",
        "/en/eu/sign-in?next=//x",
        "/en/eu/products?q=%00%ff%22%3Cscript%3E",
    ],
)
def test_nonsense_in_an_address_is_never_the_servers_trouble(browser: Client, world: World, path: str) -> None:
    response = browser.get(path)
    assert response.status_code in {200, 400, 404}
    assert "<script>" not in re.sub(r"<script src[^>]*>", "", response.content.decode())


def test_a_search_begun_is_offered_its_endings(browser: Client, world: World) -> None:
    html = browser.get("/vi/eu/suggestions?q=gh").content.decode()
    assert "Ghế gỗ ví dụ" in html
    assert "<html" not in html
    assert browser.get("/vi/eu/suggestions?q=g").content.decode().strip() == ""


def test_from_the_product_to_the_order_as_a_guest(browser: Client, world: World) -> None:
    """The whole way over the forms that the pages show, in the order a person takes it."""
    html = browser.get("/en/eu/products/ghe-vi-du").content.decode()
    variant = re.search(r'name="variantId" value="([^"]+)"', html)
    assert variant is not None
    put: Any = post(browser, "/en/eu/products/ghe-vi-du", "add", variantId=variant[1], quantity="4")
    assert put.headers["Location"] == "/en/eu/basket"
    assert "4 pieces" in browser.get("/en/eu/basket").content.decode()
    fields = {
        "email": "guest@example.org",
        "firstName": "Gast",
        "lastName": "Voorbeeld",
        "streetAddress1": "Kade 1",
        "postalCode": "3511 AA",
        "city": "Utrecht",
        "country": "NL",
        "phone": "+31301234567",
        "note": "Ring twice",
    }
    answer: Any = post(browser, "/en/eu/checkout", "deliver_to", **fields)
    assert answer.status_code == 302, problems_shown(answer)
    html = browser.get("/en/eu/checkout?step=delivery").content.decode()
    chosen = dict(re.findall(r'name="(delivery-[^"]+)" value="([^"]+)" required checked', html))
    assert len(chosen) == 1
    answer = post(browser, "/en/eu/checkout", "choose_delivery", **chosen)
    assert answer.status_code == 302, problems_shown(answer)
    html = browser.get("/en/eu/checkout?step=review").content.decode()
    total = re.search(r'name="acceptedTotal" value="([^"]+)"', html)
    assert total is not None
    order: Any = post(
        browser, "/en/eu/checkout", "place", acceptedTotal=total[1], paymentGateway="bank_transfer", terms="1"
    )
    assert order.status_code == 302, problems_shown(order)
    html = browser.get(order.headers["Location"]).content.decode()
    assert "Pay by bank transfer before" in html
    assert "Ring twice" in html
    assert problems(html, language="en") == []


def problems_shown(answer: Any) -> list[str]:
    return re.findall(r'class="error"[^>]*>([^<]*)|class="problem"[^>]*>([^<]*)', answer.content.decode())
