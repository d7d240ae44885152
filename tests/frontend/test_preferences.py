import pytest
from django.test import Client

from tests.frontend.fake_api import FakeApi


@pytest.mark.parametrize(
    ("accepted", "door"),
    [
        ("nl-BE,nl;q=0.9,en;q=0.5", "/nl/eu/"),
        ("vi", "/vi/vn/"),
        ("ja-JP", "/ja/jp/"),
        ("zh-CN", "/zh-Hans/eu/"),
        ("tlh", "/en/us/"),
        ("", "/en/us/"),
    ],
)
def test_the_front_door_follows_the_browsers_language(browser: Client, api: FakeApi, accepted: str, door: str) -> None:
    response = browser.get("/", headers={"Accept-Language": accepted})
    assert (response.status_code, response.headers["Location"]) == (302, door)


def test_what_was_visited_is_remembered(browser: Client, api: FakeApi) -> None:
    browser.get("/it/vn/terms")
    assert browser.get("/", headers={"Accept-Language": "nl"}).headers["Location"] == "/it/vn/"
    assert browser.get("/t/7F3K9QZ2M4XA").headers["Location"] == "/it/t/7F3K9QZ2M4XA"


def test_nonsense_in_the_cookies_is_passed_over(browser: Client, api: FakeApi) -> None:
    browser.cookies["language"], browser.cookies["market"], browser.cookies["theme"] = "../x", "<b>", "<b>"
    assert browser.get("/", headers={"Accept-Language": "nl"}).headers["Location"] == "/nl/eu/"
    assert "data-theme" not in browser.get("/nl/eu/terms").content.decode()


def test_dark_is_kept_and_the_page_stays(browser: Client, api: FakeApi) -> None:
    browser.cookies["csrftoken"] = "a" * 32
    sent = {"csrfmiddlewaretoken": "a" * 32, "theme": "dark", "next": "/en/eu/terms"}
    assert browser.post("/theme", sent).headers["Location"] == "/en/eu/terms"
    assert 'data-theme="dark"' in browser.get("/en/eu/terms").content.decode()
    assert browser.post("/theme", {**sent, "next": "//evil.example"}).headers["Location"] == "/"


def test_switching_language_or_market_keeps_the_page_and_its_question(browser: Client, api: FakeApi) -> None:
    html = browser.get("/en/eu/sign-in?next=%2Fen%2Feu%2Forders").content.decode()
    assert 'href="/ko/eu/sign-in?next=%2Fen%2Feu%2Forders"' in html
    assert 'href="/en/vn/sign-in?next=%2Fen%2Feu%2Forders"' in html


def test_pages_name_their_other_languages_to_search_engines(browser: Client, api: FakeApi) -> None:
    html = browser.get("/en/eu/terms").content.decode()
    for code in ("vi", "en", "zh-Hans", "ja", "ko", "nl", "it", "x-default"):
        assert f'hreflang="{code}"' in html
    assert 'rel="canonical"' in html
    assert 'content="noindex, follow"' not in html
    assert 'content="noindex, follow"' in browser.get("/en/eu/sign-in").content.decode()


def test_robots_are_kept_from_what_is_personal(browser: Client, api: FakeApi) -> None:
    text = browser.get("/robots.txt").content.decode()
    assert "Disallow: /*/account" in text
    assert "/products" not in text


def test_a_market_that_is_none_is_404_and_not_remembered(browser: Client, api: FakeApi) -> None:
    response = browser.get("/nl/zz/terms")
    assert response.status_code == 404
    assert 'href="/nl/eu/"' in response.content.decode()
    assert "market" not in response.cookies
    assert browser.get("/nl/zz/nowhere").status_code == 404


def test_an_address_without_its_last_stroke_still_leads_home(browser: Client, api: FakeApi) -> None:
    assert browser.get("/nl").headers["Location"] == "/nl/eu/"
    assert browser.get("/nl/kr").headers["Location"] == "/nl/kr/"
