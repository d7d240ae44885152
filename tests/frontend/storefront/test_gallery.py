"""Pictures at full size: the keyboard goes round in their window, and comes back to where it was."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import frontend

SCRIPT = Path(frontend.__file__).parent / "static" / "frontend" / "js" / "gallery.js"
PICTURE = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="
LINK = f'<a href="{PICTURE}" data-zoom data-avif="{PICTURE}"><img src="{PICTURE}" alt="Bowl"></a>'
WORDS = 'data-gallery="Pictures" data-close="Close" data-larger="+" data-smaller="-" data-next="Next" data-previous="B"'
HTML = f"<!doctype html><html lang=en><body><div {WORDS}>{LINK}{LINK}</div><a href='#x'>behind</a></body></html>"
FOCUSED = "document.activeElement.getAttribute('aria-label') ?? document.activeElement.className"

pytestmark = pytest.mark.browser


@pytest.fixture
def page() -> Iterator[Any]:
    from tests.journeys.browser import CHROMIUM, chromium

    if CHROMIUM is None:
        pytest.skip("no chromium on this machine")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with chromium() as browser:
        page = browser.new_page()
        page.set_content(HTML)
        page.add_script_tag(content=SCRIPT.read_text(), type="module")
        page.wait_for_function("!document.querySelector('dialog')")
        yield page
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def test_by_keyboard(page: Any) -> None:
    second = page.locator("[data-zoom]").nth(1)
    second.press("Enter")
    viewer = page.get_by_role("dialog", name="Pictures")
    viewer.get_by_text("2 / 2 · Bowl").wait_for()
    assert page.evaluate(FOCUSED) == "viewer-stage"
    went = []
    for _ in range(6):
        page.keyboard.press("Tab")
        went.append(page.evaluate(FOCUSED))
    assert went == ["B", "Next", "+", "Close", "viewer-stage", "B"], (
        "what cannot be used is passed over; none is behind"
    )
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(FOCUSED) == "Close"
    page.keyboard.press("ArrowRight")
    viewer.get_by_text("1 / 2 · Bowl").wait_for()
    page.keyboard.press("Escape")
    assert viewer.count() == 0
    assert second.evaluate("link => link === document.activeElement")
