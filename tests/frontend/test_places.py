"""Language and market: offered, chosen, remembered; never forced."""

import re
from typing import Any

import pytest
from django.test import Client

from tests.frontend.fake_api import FakeApi

OUTSIDE = {"Sec-Fetch-Site": "cross-site"}


def offer(html: str) -> str | None:
    """The address that is offered instead."""
    met = re.search(r'<aside class="suggestion.*?<a class="button small" href="([^"]+)"', html, re.DOTALL)
    return met[1] if met else None


@pytest.mark.parametrize(
    ("path", "accepted", "offered"),
    [
        ("/en/eu/terms", "nl-NL,nl;q=0.9", "/nl/eu/terms"),
        ("/en/eu/terms", "vi-VN", "/vi/vn/terms"),
        ("/vi/eu/terms", "vi-VN", "/vi/vn/terms"),
        ("/nl/eu/terms?x=1", "vi", "/vi/eu/terms?x=1"),
        ("/en/eu/terms", "en-US,en;q=0.9", None),
        ("/en/vn/terms", "en-US,en;q=0.9", None),
        ("/en/eu/terms", "tlh", None),
        ("/en/eu/terms", "", None),
        ("/en/eu/terms", "*", None),
        ("/vi/vn/terms", "vi-VN", None),
    ],
)
def test_a_first_visitor_is_offered_what_they_would_have_chosen(
    browser: Client, api: FakeApi, path: str, accepted: str, offered: str | None
) -> None:
    response = browser.get(path, headers={"Accept-Language": accepted})
    assert response.status_code == 200, "nobody is sent elsewhere"
    assert offer(response.content.decode()) == offered


def test_the_offer_speaks_the_language_it_offers_and_goes_when_one_walks_on(browser: Client, api: FakeApi) -> None:
    dutch = {"Accept-Language": "nl"}
    html = browser.get("/en/vn/terms", headers=dutch).content.decode()
    assert 'lang="nl" dir="ltr"' in html
    assert offer(browser.get("/en/vn/privacy", headers=dutch).content.decode()) is None
    assert browser.get("/", headers=dutch).headers["Location"] == "/en/vn/"


def test_a_link_from_elsewhere_does_not_undo_what_was_chosen(browser: Client, api: FakeApi) -> None:
    browser.get("/it/eu/terms")
    html = browser.get("/en/vn/terms", headers=OUTSIDE).content.decode()
    assert offer(html) == "/it/eu/terms"
    assert browser.get("/").headers["Location"] == "/it/eu/"
    browser.get("/en/vn/terms", headers={"Sec-Fetch-Site": "same-origin"})
    assert browser.get("/").headers["Location"] == "/en/vn/", "whoever stays has chosen"


def test_an_old_browser_says_by_its_referer_where_it_comes_from(browser: Client, api: FakeApi) -> None:
    browser.get("/it/eu/terms")
    browser.get("/en/vn/terms", headers={"Referer": "https://search.example/"})
    assert browser.get("/").headers["Location"] == "/it/eu/"
    browser.get("/en/vn/terms", headers={"Referer": "http://testserver/it/eu/terms"})
    assert browser.get("/").headers["Location"] == "/en/vn/"


def test_the_network_may_say_the_country(browser: Client, api: FakeApi, settings: Any) -> None:
    settings.COUNTRY_HEADER = "X-Country"
    response = browser.get("/", headers={"Accept-Language": "vi", "X-Country": "IT"})
    assert response.headers["Location"] == "/vi/eu/"
    assert "X-Country" in response.headers["Vary"]
    assert browser.get("/", headers={"Accept-Language": "vi", "X-Country": "BR"}).headers["Location"] == "/vi/vn/"


def choose(browser: Client, **fields: str) -> str:
    browser.cookies["csrftoken"] = "a" * 32
    response = browser.post("/deliver-to", {"csrfmiddlewaretoken": "a" * 32, **fields})
    assert response.status_code == 302
    return str(response.headers["Location"])


@pytest.mark.parametrize(
    ("chosen", "here", "there"),
    [
        ({"country": "IT"}, "/nl/vn/products?q=x&q=y", "/nl/eu/products?q=x&q=y"),
        ({"market": "vn"}, "/nl/eu/products", "/nl/vn/products"),
        ({"market": "vn"}, "/nl/eu/orders/abc", "/nl/vn/"),
        ({"market": "vn"}, "/nl/t", "/nl/t"),
        ({"market": "vn"}, "//evil.example/", "/"),
        ({"country": "BR"}, "/nl/eu/products", "/nl/eu/products"),
        ({"country": "<b>", "market": "zz"}, "/nl/eu/products", "/nl/eu/products"),
        ({"market": "vn"}, "/nowhere/at/all", "/nowhere/at/all"),
    ],
)
def test_choosing_where_goods_go_keeps_page_and_language(
    browser: Client, api: FakeApi, chosen: dict[str, str], here: str, there: str
) -> None:
    assert choose(browser, next=here, **chosen) == there


def test_the_chosen_country_is_shown_and_kept(browser: Client, api: FakeApi) -> None:
    choose(browser, country="IT", next="/en/vn/terms")
    html = browser.get("/en/eu/terms").content.decode()
    assert "Italy · EUR" in html
    assert '<option value="IT" selected>' in html
    assert "Vietnam · VND" in browser.get("/en/vn/terms").content.decode()


def test_each_language_is_named_by_its_own_speakers(browser: Client, api: FakeApi) -> None:
    html = browser.get("/en/eu/terms").content.decode()
    for name in ("Tiếng Việt", "English", "简体中文", "日本語", "한국어", "Nederlands", "Italiano"):
        assert f">{name}</a>" in html
