"""Whatever somebody types into the address of a page, the page answers: it never fails."""

from collections.abc import Iterable

import pytest
from django.test import Client
from django.urls import URLPattern

from frontend.storefront.urls import pages
from frontend.visit import signed_basket
from tests.frontend.desk_visitors import sign_in
from tests.frontend.expo_desk.world import make_preparation
from tests.frontend.operator_desk.world import make_waiting
from tests.frontend.queries_of_pages import nonsense_for
from tests.frontend.seller_desk.world import make_desk
from tests.frontend.world import make_world

pytestmark = pytest.mark.django_db
ANSWERS = {200, 302, 400, 404}


def failures(browser: Client, paths: Iterable[str]) -> list[str]:
    browser.raise_request_exception = False
    found = []
    for path in {path.split("?")[0]: path for path in paths}:
        for query in nonsense_for(path):
            status = browser.get(path, query).status_code
            if status not in ANSWERS:
                found.append(f"{path} {query} {status}")
    return found


def test_the_operators_pages_take_any_query(browser: Client) -> None:
    waiting = make_waiting()
    sign_in(browser, waiting.operator)
    assert failures(browser, [*waiting.pages(), *waiting.files(), *waiting.frames()]) == []


def test_the_sellers_pages_take_any_query(browser: Client) -> None:
    desk = make_desk()
    sign_in(browser, desk.cast.woodworks.owner)
    assert failures(browser, [f"/en/seller/moc-vi-du/{path}" for path in desk.paths().values()]) == []


def test_the_pages_of_fairs_take_any_query(browser: Client) -> None:
    preparation = make_preparation()
    sign_in(browser, preparation.officer)
    assert failures(browser, preparation.pages()) == []


def test_the_buyers_pages_take_any_query(browser: Client) -> None:
    world = make_world()
    sign_in(browser, world.buyer)
    browser.cookies["basket_eu"] = signed_basket(world.ready_basket)
    assert failures(browser, (_below(world.addresses, pattern) for pattern in pages)) == []


def _below(addresses: dict[str, str], pattern: URLPattern) -> str:
    return f"/en/eu/{addresses.get(str(pattern.name), str(pattern.pattern))}"
