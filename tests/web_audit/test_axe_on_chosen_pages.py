"""axe finds nothing on the pages that most people see, light and dark; ``make web-audit`` looks at every page."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from frontend.visit import signed_basket
from tests.frontend.world import World, make_world
from tests.journeys.browser import PATIENCE
from tests.journeys.conftest import chromium, site
from tests.web_audit.axe import COLOURS, EVERY_RULE, RUN, Finding, findings, program

pytestmark = [pytest.mark.browser, pytest.mark.services, pytest.mark.django_db(transaction=True)]
__all__ = ["chromium", "site"]
PLAIN = ("", "products", "makers", "fairs", "basket", "checkout", "sign-in", "categories")
OF_THE_WORLD = ("product", "seller", "fair")
NOT_A_PAGE = "<!doctype html><html lang=en><title>x</title><main><h1>x</h1><img src=x><button></button></main></html>"


@pytest.fixture
def page(chromium: Any) -> Iterator[Page]:
    window = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce", bypass_csp=True)
    window.set_default_timeout(4 * PATIENCE)
    yield window.new_page()
    window.close()


def found(page: Page, name: str) -> list[Finding]:
    page.evaluate(program())
    by_theme = []
    for theme, options in (("light", EVERY_RULE), ("dark", COLOURS)):
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]  # one of two words
        by_theme += findings(page.evaluate(RUN, options), name=name, language="en", theme=theme)
    return by_theme


def addresses(world: World) -> Iterator[str]:
    yield from (f"/en/eu/{path}" for path in PLAIN)
    yield from (f"/en/eu/{world.addresses[name]}" for name in OF_THE_WORLD)
    yield f"/vi/{world.addresses['trace']}"


def test_the_pages_that_most_people_see_have_no_findings(page: Page, site: str) -> None:
    world = make_world()
    page.context.add_cookies([{"name": "basket_eu", "value": signed_basket(world.ready_basket), "url": site}])
    wrong = []
    for path in addresses(world):
        answer = page.goto(site + path)
        assert answer is not None and answer.status == 200, path
        wrong += map(str, found(page, path))
    assert wrong == []


def test_what_is_wrong_is_found(page: Page) -> None:
    page.set_content(NOT_A_PAGE)
    assert {one.rule for one in found(page, "wrong")} >= {"image-alt", "button-name"}
