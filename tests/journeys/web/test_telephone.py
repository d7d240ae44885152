"""Buying on a telephone: a finger, 390 pixels, nothing that sticks out or is too small to press."""

from typing import Any

import pytest

from orders.lifecycle.order import Order
from tests.frontend.world import World
from tests.journeys import buyer_pages as buyer
from tests.journeys.browser import Visitor
from tests.journeys.conftest import NewVisitor
from tests.journeys.web.conftest import keep_screen
from tests.journeys.web.small_screens import SMALLEST, too_small, too_wide

pytestmark = [pytest.mark.browser, pytest.mark.services, pytest.mark.django_db(transaction=True)]
TELEPHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2,
}  # fmt: skip


def fits(shop: Visitor) -> None:
    assert too_wide(shop.page) == "", shop.page.url
    assert too_small(shop.page) == [], (shop.page.url, SMALLEST)


def tap(shop: Visitor, target: Any) -> None:
    with shop.page.expect_navigation() as led:
        target.tap()
    assert led.value is not None and led.value.status == 200, shop.page.url


def test_a_shop_buys_on_a_telephone(world: World, visitor: NewVisitor) -> None:
    shop = visitor(language="nl", **TELEPHONE)
    page = shop.open(f"{buyer.SHOP}products")
    fits(shop)
    page.locator("details.filters > summary").tap()
    with page.expect_response(lambda answer: "in_stock=1" in answer.url):
        page.locator("[name=in_stock]").tap()
    page.wait_for_url("**in_stock=1**")
    fits(shop)
    page.locator("details.filters > summary").tap()
    tap(shop, page.locator(".product-card a").first)
    fits(shop)
    keep_screen(page, "telephone-product")
    form = shop.form("add")
    form.locator("[name=quantity]").fill("4")
    tap(shop, form.locator("button:not([name=action])").last)
    fits(shop)
    buyer.fill_in_address(shop)
    fits(shop)
    buyer.choose_deliveries(shop, world.seller.name)
    fits(shop)
    keep_screen(page, "telephone-review")
    buyer.order(shop, gateway="bank_transfer")
    fits(shop)
    assert Order.objects.get(email=buyer.EMAIL).number == buyer.order_number(shop)
    keep_screen(page, "telephone-order")
