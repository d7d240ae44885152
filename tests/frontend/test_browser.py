"""The pages in a real Chromium: nothing is blocked by our own rules, nothing sticks out on a telephone."""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from pytest_django.live_server_helper import LiveServer

from frontend.visit import signed_basket
from tests.frontend.world import World, make_world

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine")
    from playwright.sync_api import sync_playwright

    # Playwright's event loop runs in this thread; Django would take it for an async view.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def site(live_server: LiveServer, settings: Any) -> str:
    settings.PUBLIC_URL = live_server.url
    return str(live_server.url)


@pytest.fixture
def world(site: str) -> World:
    return make_world()


def opened(chromium: Any, *, width: int, complaints: list[str]) -> Any:
    page = chromium.new_context(viewport={"width": width, "height": 844}).new_page()
    page.set_default_timeout(15_000)
    page.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return page


def test_no_page_sticks_out_on_a_telephone_or_breaks_our_own_policy(chromium: Any, site: str, world: World) -> None:
    complaints: list[str] = []
    page = opened(chromium, width=390, complaints=complaints)
    page.context.add_cookies([{"name": "basket_eu", "value": signed_basket(world.ready_basket), "url": site}])
    plain = ["", "products", "makers", "basket", "checkout", "fairs", "sell", "sign-in", "register", "terms"]
    plain.append("indicators")
    of_fair = [name for name in world.addresses if name.startswith("fair") and name != "fair-visit"]
    known = ("product", "seller", "exhibitor", *of_fair)
    for address in (*plain, *(world.addresses[name] for name in known), f"../{world.addresses['trace']}"):
        page.goto(f"{site}/vi/eu/{address}")
        beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert beyond <= 0, address
    assert complaints == []


def test_a_filter_changes_the_results_in_place_and_the_address_with_them(
    chromium: Any, site: str, world: World
) -> None:
    complaints: list[str] = []
    page = opened(chromium, width=1280, complaints=complaints)
    page.goto(f"{site}/en/eu/products")
    page.evaluate("window.stayed = true")
    with page.expect_response(lambda response: "in_stock=1" in response.url):
        page.get_by_label("In stock now").check()
    page.wait_for_url("**in_stock=1**")
    assert page.evaluate("window.stayed") is True
    assert page.locator("#results .product-card").count() == 1
    page.get_by_label("Sort by").select_option("price")
    page.wait_for_url("**sort=price**")
    assert complaints == []


def test_the_filters_work_without_scripts(chromium: Any, site: str, world: World) -> None:
    page = chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844}).new_page()
    page.goto(f"{site}/en/eu/products")
    page.get_by_text("Filter", exact=True).click()
    page.get_by_label("In stock now").check()
    page.get_by_role("button", name="Apply").click()
    assert "in_stock=1" in page.url
    assert page.locator("#results .product-card").count() == 1


def test_the_keyboard_reaches_content_and_menus(chromium: Any, site: str, world: World) -> None:
    page = opened(chromium, width=1280, complaints=[])
    page.goto(f"{site}/en/eu/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.locator("details.menu > summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("details.menu").first.get_attribute("open") is not None
    page.keyboard.press("Escape")
    assert page.locator("details.menu").first.get_attribute("open") is None


def test_dark_is_a_choice_that_lasts(chromium: Any, site: str, world: World) -> None:
    page = opened(chromium, width=1280, complaints=[])
    page.goto(f"{site}/en/eu/terms")
    page.get_by_role("button", name="Dark").click()
    page.goto(f"{site}/en/eu/privacy")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"


def test_a_choice_keeps_what_is_open_and_where_the_keyboard_is(chromium: Any, site: str, world: World) -> None:
    complaints: list[str] = []
    page = opened(chromium, width=390, complaints=complaints)
    page.goto(f"{site}/en/eu/products")
    page.locator(".filters > summary").click()
    with page.expect_response(lambda response: "in_stock=1" in response.url):
        page.get_by_label("In stock now").press("Space")
    page.locator("#listing .active-filters, #c-in-stock:checked").first.wait_for()
    assert page.locator(".filters").get_attribute("open") is not None
    assert page.evaluate("document.activeElement.id") == "c-in-stock"
    page.go_back()
    page.wait_for_url(f"{site}/en/eu/products")
    assert page.locator("#c-in-stock").is_checked() is False
    assert complaints == []


def test_words_without_marks_are_suggested_and_chosen_by_keyboard(chromium: Any, site: str, world: World) -> None:
    page = opened(chromium, width=1280, complaints=[])
    page.goto(f"{site}/vi/eu/")
    field = page.locator("#search")
    field.press_sequentially("ghe")
    option = page.locator("#suggestions [role=option]").first
    option.wait_for()
    assert "ghế" in option.inner_text().casefold()
    field.press("ArrowDown")
    assert option.get_attribute("aria-selected") == "true"
    with page.expect_navigation():
        field.press("Enter")
    assert page.locator("#results .product-card").count() >= 1
