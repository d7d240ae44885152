"""Two people edit one plan in two browsers: each sees the other's work within seconds, and neither overwrites it."""

import re
from typing import Any

import pytest
from pytest_django.live_server_helper import LiveServer

from marketplace.expo.models import Booth
from tests.factories.accounts import make_expo_officer
from tests.frontend.expo_desk.test_browser import chromium, opened, site
from tests.frontend.expo_desk.world import Preparation, make_preparation

__all__ = ["chromium", "site"]
pytestmark = [pytest.mark.browser, pytest.mark.services, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def pair(chromium: Any, site: str, live_server: LiveServer) -> tuple[Preparation, Any, Any]:
    fair = make_preparation()
    colleague = make_expo_officer(email="dong-nghiep@example.org", first_name="Đồng", last_name="Nghiệp")
    pages = [opened(chromium, site, user, width=1280) for user in (fair.officer, colleague)]
    for page in pages:
        page.set_default_timeout(90_000)
        page.goto(f"{site}{fair.fair}")
        page.get_by_role("button", name="Edit with mouse and keys").click()
    return fair, pages[0], pages[1]


def booth(page: Any, code: str) -> Any:
    return page.locator("a.booth").filter(has=page.locator("text.code", has_text=re.compile(f"^{code}$")))


def place(page: Any, code: str) -> tuple[float, float]:
    rect = booth(page, code).locator("rect")
    return float(rect.get_attribute("x")) / 20, float(rect.get_attribute("y")) / 20


def drag(page: Any, code: str, *, right: int, down: int) -> None:
    """By so many pixels."""
    one = booth(page, code)
    one.scroll_into_view_if_needed()
    box = one.bounding_box()
    page.mouse.move(box["x"] + 10, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + 10 + right, box["y"] + 10 + down, steps=5)
    page.mouse.up()


def said(page: Any) -> Any:
    return page.locator(".plan-said")


def test_two_people_at_one_plan(pair: tuple[Preparation, Any, Any]) -> None:
    fair, mine, theirs = pair
    booth(mine, "A01").focus()
    for key in ("ArrowDown", "ArrowDown", "Shift+ArrowDown", "ArrowRight", "Enter"):
        mine.keyboard.press(key)
    said(mine).get_by_text("The booth is moved.").wait_for()
    assert place(mine, "A01") == (3.5, 9.0), "a step is half a metre, with Shift ten of them"
    assert mine.evaluate("document.activeElement.querySelector('.code').textContent") == "A01", "it keeps the focus"

    said(theirs).get_by_text("A01: moved").wait_for()
    assert place(theirs, "A01") == (3.5, 9.0), "seen by the other within seconds, without loading the page"

    Booth.objects.filter(code="A02").update(version=7)
    drag(theirs, "A02", right=90, down=110)
    said(theirs).get_by_text("Booth A02 has been changed meanwhile.").wait_for()
    assert place(theirs, "A02") == (6.0, 3.0), "what was refused lies where it was"
    fair.taken.refresh_from_db()
    assert [fair.taken.x, fair.taken.version] == [6, 7]

    drag(theirs, "A01", right=190, down=0)
    said(theirs).get_by_text("The booth is moved.").wait_for()
    fair.free.refresh_from_db()
    assert fair.free.x > 3.5
    assert (fair.free.x * 2) % 1 == 0, "a drag snaps to the step as well"

    theirs.get_by_role("button", name="Undo my last change").click()
    said(theirs).get_by_text("The change is undone.").wait_for()
    assert place(theirs, "A01") == (3.5, 9.0)
    booth(theirs, "A01").focus()
    theirs.keyboard.press("s")
    said(theirs).get_by_text("The booth is split.").wait_for()
    booth(mine, "A01-2").wait_for()
    booth(mine, "A01").focus()
    mine.keyboard.press("m")
    booth(mine, "A01-2").focus()
    mine.keyboard.press("m")
    said(mine).get_by_text("The booths are one now.").wait_for()
    booth(theirs, "A01-2").wait_for(state="detached")
    assert theirs.locator("[data-row]").count() == 2, "the table follows"
