"""A slow network, one that is cut just when something is sent, and one that is not there."""

from typing import Any

import pytest
import requests
from playwright.sync_api import Error, Page

from marketplace.sellers.models import Seller
from orders.lifecycle.order import Order
from tests.frontend.world import World
from tests.journeys import buyer_pages as buyer
from tests.journeys.browser import Visitor
from tests.journeys.conftest import NewVisitor
from tests.journeys.maker_pages import sign_in
from tests.journeys.steps import work_in_the_background
from tests.journeys.web.conftest import keep_screen
from tests.posted import posted

pytestmark = [pytest.mark.browser, pytest.mark.services, pytest.mark.django_db(transaction=True)]
SLOW = {"offline": False, "latency": 500, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""As Chromium's own "slow 3G": half a second for everything, 400 kbit/s."""


def ordered() -> int:
    return Order.objects.filter(email=buyer.EMAIL).count()


def slow_down(person: Visitor) -> None:
    session = person.context.new_cdp_session(person.page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)


def lose_one_answer(person: Visitor, action: str) -> list[int]:
    """The request arrives and is carried out; its answer does not come back. The status that it had."""
    lost: list[int] = []

    def lose(route: Any) -> None:
        if not lost and route.request.method == "POST" and action in (route.request.post_data or ""):
            asked = route.request
            answer = requests.post(
                asked.url, data=asked.post_data_buffer, headers=asked.all_headers(), allow_redirects=False, timeout=60
            )
            lost.append(answer.status_code)
            route.abort("connectionreset")
        else:
            route.continue_()

    person.context.route("**/*", lose)
    return lost


def forgive_losses(person: Visitor) -> None:
    """The browser is right to complain of what this test has cut."""
    person.complaints[:] = [one for one in person.complaints if "ERR_CONNECTION_RESET" not in one]


def go_back_from_the_error(page: Page) -> None:
    """Back, as soon as Chromium's own error page has taken the place of the one that was left."""
    page.wait_for_url("chrome-error://**", wait_until="commit")
    for _ in range(100):
        try:
            page.go_back(wait_until="commit")
        except Error as refused:
            if "Not attached to an active page" not in refused.message:
                raise
            page.wait_for_timeout(100)
        else:
            return
    pytest.fail("Chromium never came to its error page")


def to_the_last_button(shop: Visitor, world: World) -> Any:
    """Everything but pressing it."""
    buyer.look_at(shop, "ghế")
    buyer.put_into_basket(shop, 4)
    buyer.fill_in_address(shop)
    buyer.choose_deliveries(shop, world.seller.name)
    form = shop.form("place")
    shop.fill(form, "paymentGateway", "bank_transfer")
    form.locator("[name=terms]").check()
    return form.locator("button:not([name=action])").last


def test_over_a_slow_network_an_impatient_buyer_orders_once(world: World, visitor: NewVisitor) -> None:
    shop = visitor(language="nl")
    slow_down(shop)
    button = to_the_last_button(shop, world)
    with shop.page.expect_navigation(url="**/orders/**"):
        button.dblclick(no_wait_after=True)
    assert ordered() == 1
    assert buyer.order_number(shop) == Order.objects.get(email=buyer.EMAIL).number


def test_an_answer_lost_while_ordering_leaves_one_order_and_its_letter(world: World, visitor: NewVisitor) -> None:
    """The basket is spent, so going back shows the order and cannot order again; the letter says so too."""
    shop = visitor(language="nl")
    button = to_the_last_button(shop, world)
    lost = lose_one_answer(shop, "acceptedTotal")
    with shop.page.expect_event("requestfailed", lambda request: request.is_navigation_request()):
        button.click(no_wait_after=True)
    assert lost == [302] and ordered() == 1
    forgive_losses(shop)
    go_back_from_the_error(shop.page)
    shop.page.wait_for_url("**/orders/**")
    assert buyer.order_number(shop) == Order.objects.get(email=buyer.EMAIL).number
    work_in_the_background()
    number = Order.objects.get(email=buyer.EMAIL).number
    assert any(number in letter.subject + str(letter.body) for letter in posted() if letter.to == [buyer.EMAIL])
    assert ordered() == 1


def test_without_a_network_a_form_says_so_and_keeps_what_was_written(world: World, visitor: NewVisitor) -> None:
    maker = visitor(language="vi")
    sign_in(maker, world.member.email)
    maker.open(f"/vi/seller/{world.seller.slug}/profile")
    field = maker.page.locator("[name=tagline], [name^=tagline]").first
    field.fill("Ghế lưng nan của Thủ Dầu Một")
    maker.context.set_offline(True)
    button = maker.page.locator("main form:has([name^=tagline]) button:not([name=action])").last
    button.click()
    said = maker.page.locator("#no-network")
    said.wait_for(state="visible")
    assert maker.page.evaluate("document.activeElement.id") == "no-network"
    assert field.input_value() == "Ghế lưng nan của Thủ Dầu Một"
    keep_screen(maker.page, "without-a-network")
    maker.context.set_offline(False)
    said.wait_for(state="hidden")
    with maker.page.expect_navigation():
        button.click()
    assert Seller.objects.get(pk=world.seller.pk).tagline == "Ghế lưng nan của Thủ Dầu Một"


def test_an_order_is_not_lost_when_the_network_fails_before_it_is_sent(world: World, visitor: NewVisitor) -> None:
    shop = visitor(language="nl")
    button = to_the_last_button(shop, world)
    shop.context.set_offline(True)
    button.click()
    shop.page.locator("#no-network").wait_for(state="visible")
    assert ordered() == 0
    shop.context.set_offline(False)
    with shop.page.expect_navigation(url="**/orders/**"):
        button.click()
    assert ordered() == 1
