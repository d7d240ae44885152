"""The staff desks in a real Chromium: nothing sticks out on a telephone, and the plan works by keyboard alone."""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from pytest_django.live_server_helper import LiveServer

from frontend.visit import ACCESS
from marketplace.accounts.models import User
from marketplace.accounts.tokens.issue import issue_tokens
from tests.frontend.exhibitor_desk.world import make_desk
from tests.frontend.expo_desk.open_fair import make_open_fair_pages
from tests.frontend.expo_desk.world import make_preparation
from tests.frontend.operator_desk.world import make_waiting

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


def opened(chromium: Any, site: str, user: User, *, width: int, **options: Any) -> Any:
    context = chromium.new_context(viewport={"width": width, "height": 844}, **options)
    context.add_cookies([{"name": ACCESS, "value": issue_tokens(user).access, "url": site}])
    page = context.new_page()
    page.set_default_timeout(15_000)
    return page


@pytest.mark.services  # every page of two desks, long
@pytest.mark.parametrize("desk", ["operator", "expo", "exhibitor"])
def test_no_page_sticks_out_or_breaks_our_own_policy(chromium: Any, site: str, desk: str) -> None:
    complaints: list[str] = []
    if desk == "expo":
        fair = make_preparation(of_open_fair=make_open_fair_pages())
        user, paths = fair.officer, fair.pages("vi")
    elif desk == "exhibitor":
        stand = make_desk()
        user, paths = stand.manager, list(stand.paths("vi").values())
    else:
        waiting = make_waiting()
        user, paths = waiting.operator, waiting.pages("vi")
    page = opened(chromium, site, user, width=390)
    page.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
    for path in paths:
        page.goto(f"{site}{path}")
        beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert beyond <= 0, path
    assert complaints == []


def test_a_booth_is_chosen_and_given_by_keyboard_without_scripts(chromium: Any, site: str) -> None:
    fair = make_preparation()
    page = opened(chromium, site, fair.officer, width=1280, java_script_enabled=False)
    page.goto(f"{site}{fair.fair}")
    page.locator("a.booth", has_text="A01").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**booth=**")
    page.get_by_label("Give it to").select_option(label=fair.guest.name)
    page.get_by_role("button", name="Give the booth").click()
    named = f"Booth A01, 3 × 3 m, taken by {fair.guest.name}"
    assert page.locator("a.booth.chosen > title").text_content() == named
