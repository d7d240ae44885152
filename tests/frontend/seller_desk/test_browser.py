"""The desk in a real Chromium: nothing sticks out on a telephone, nothing is blocked by our own rules."""

from typing import Any

import pytest

from marketplace.accounts.tokens import issue_tokens
from tests.frontend.seller_desk.world import make_desk
from tests.frontend.test_browser import chromium, opened, site  # noqa: F401  # fixtures

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.services  # every page of the desk, long
def test_no_page_of_the_desk_sticks_out_on_a_telephone(chromium: Any, site: str) -> None:  # noqa: F811  # fixtures
    desk = make_desk().fill()
    complaints: list[str] = []
    page = opened(chromium, width=390, complaints=complaints)
    token = issue_tokens(desk.cast.woodworks.owner).access
    page.context.add_cookies([{"name": "access", "value": token, "url": site}])
    for name, path in desk.paths().items():
        page.goto(f"{site}/vi/seller/moc-vi-du/{path}")
        beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert beyond <= 0, name
    assert complaints == []


def test_stock_is_counted_with_the_keyboard_and_without_scripts(chromium: Any, site: str) -> None:  # noqa: F811
    desk = make_desk()
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    token = issue_tokens(desk.cast.woodworks.owner).access
    context.add_cookies([{"name": "access", "value": token, "url": site}])
    page = context.new_page()
    page.goto(f"{site}/en/seller/moc-vi-du/{desk.paths()['variants']}")
    count = page.locator("input[name^='stock-']").first
    count.fill("77")
    count.press("Enter")
    page.get_by_text("The stock is saved.").wait_for()
    assert page.locator("input[name^='stock-']").first.input_value() == "77"
