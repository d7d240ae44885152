"""The explorer in a real browser, by keyboard, under its own content security policy."""

import shutil
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium")


@pytest.mark.browser
@pytest.mark.urls("tests.marketplace.graphql.http.urls")
@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")
def test_a_query_is_written_completed_and_run_by_keyboard(live_server: Any) -> None:
    from playwright.sync_api import sync_playwright

    problems: list[str] = []
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"]) as browser,
    ):
        page = browser.new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda line: problems.append(line.text) if line.type == "error" else None)
        page.goto(f"{live_server.url}/graphql/")
        page.wait_for_selector("#docs li")
        page.fill("#query", "{ wares { ")
        page.focus("#query")
        page.keyboard.press("Control+End")
        page.keyboard.type("pr")
        page.keyboard.press("Control+Space")
        page.keyboard.press("Enter")
        page.keyboard.type(" } }")
        assert page.input_value("#query") == "{ wares { price } }"
        page.keyboard.press("Control+Enter")
        page.wait_for_selector("#status:has-text('200')")
        assert '"price": 1.50' in page.inner_text("#answer")
        page.fill("#search", "secret")
        assert "Requires: being the owner or permission wares.see." in page.inner_text("#docs")
    assert problems == []
