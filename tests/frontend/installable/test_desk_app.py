"""The seller's desk as an application of a telephone, in a real browser: installed, without a network, signed out."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from marketplace.accounts.tokens import issue_tokens
from marketplace.sellers.member import MemberRole
from orders.lifecycle.order import Order
from orders.lifecycle.order_event import OrderEvent
from orders.lifecycle.states import SellerOrderStatus
from orders.messages.conversation import Conversation
from orders.messages.message import Message
from tests.factories.orders import make_chair, make_paid_order
from tests.factories.quotes import make_conversation
from tests.factories.sellers import make_member
from tests.frontend.test_browser import chromium

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]
__all__ = ["chromium"]
PATIENCE = 60_000


@pytest.fixture
def order() -> Order:
    return make_paid_order((make_chair(), 2))


@pytest.fixture
def talk(order: Order) -> Conversation:
    return make_conversation(seller=order.seller_orders.get().seller)


@pytest.fixture
def phone(chromium: Any, live_server: LiveServer, settings: Any, order: Order, client: Client) -> Iterator[Any]:
    """A maker's telephone, signed in, with the worker of the desk in charge of it."""
    settings.PUBLIC_URL = live_server.url
    expect.set_options(timeout=PATIENCE)
    seller = order.seller_orders.get().seller
    assert client.get("/en/seller/worker.js").status_code == 200
    pair = issue_tokens(make_member(seller, MemberRole.OWNER))
    context = chromium.new_context(viewport={"width": 390, "height": 800}, service_workers="allow", locale="en-US")
    context.set_default_timeout(PATIENCE)
    for name, value in (("access", pair.access), ("refresh", pair.refresh)):
        context.add_cookies([{"name": name, "value": value, "url": live_server.url}])
    page = context.new_page()
    page.complaints = []
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.desk = f"{live_server.url}/en/seller/{seller.slug}"
    look(page, "/orders")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    yield page
    context.close()


def look(page: Any, path: str) -> None:
    page.goto(page.desk + path)
    page.wait_for_selector("#desk-app[data-ready]", state="attached")


def kept(page: Any) -> list[str]:
    """The addresses of the private pages that the device keeps."""
    found: list[str] = page.evaluate(
        """async () => (await Promise.all((await caches.keys()).filter((name) => name.includes(" private ")).map(
          async (name) => (await (await caches.open(name)).keys()).map((one) => new URL(one.url).pathname)))).flat()"""
    )
    return found


def wait_for_kept(page: Any, count: int) -> None:
    for _turn in range(120):
        if len(kept(page)) >= count:
            return
        page.wait_for_timeout(250)
    pytest.fail(f"kept only {kept(page)}")


def test_chromium_would_install_it(phone: Any) -> None:
    """By Chromium's own criteria, and what a telephone shows of it."""
    session = phone.context.new_cdp_session(phone)
    assert session.send("Page.getInstallabilityErrors")["installabilityErrors"] in (
        [],
        [{"errorId": "in-incognito", "errorArguments": []}],
    )
    told = session.send("Page.getAppManifest")
    assert told["errors"] == []
    manifest = json.loads(told["data"])
    assert (
        manifest["start_url"] == f"{phone.desk}/orders".partition("//")[2].partition("/")[1] + manifest["start_url"][1:]
    )
    assert [icon["purpose"] for icon in manifest["icons"]] == ["any", "any", "maskable"]
    for address in [icon["src"] for icon in manifest["icons"]] + [one["url"] for one in manifest["shortcuts"]]:
        assert phone.request.get(phone.desk.partition("/en/")[0] + address).status == 200, address


def test_orders_are_read_and_packed_without_a_network_once(phone: Any, order: Order, talk: Conversation) -> None:
    look(phone, "/orders")
    link = phone.get_by_role("link", name=order.seller_orders.get().number)
    link.click()
    phone.wait_for_selector("#desk-app[data-ready]", state="attached")
    address = phone.url
    look(phone, f"/messages/{talk.pk}")
    wait_for_kept(phone, 3)
    phone.context.set_offline(True)

    look(phone, "/orders")
    expect(phone.locator("#desk-age")).to_contain_text("No network. You see this page as it was at")
    phone.goto(address)
    phone.wait_for_selector("#desk-app[data-ready]", state="attached")
    phone.get_by_role("button", name="Begin to pack").click()
    expect(phone.locator("#desk-kept li")).to_have_count(1)
    expect(phone.locator("#desk-said")).to_contain_text("Kept on this device")
    assert order.seller_orders.get().status == SellerOrderStatus.CONFIRMED

    look(phone, f"/messages/{talk.pk}")
    phone.get_by_label("Your answer").fill("It leaves on Monday.")
    phone.get_by_role("button", name="Send", exact=True).click()
    expect(phone.locator("#desk-kept li")).to_have_count(2)
    look(phone, "/quotes")  # never read before
    expect(phone.get_by_role("heading", name="There is no network")).to_be_visible()
    expect(phone.locator("#kept-pages a")).to_have_count(3)

    phone.context.set_offline(False)
    look(phone, "/orders")
    expect(phone.locator("#desk-kept li")).to_have_count(0)
    assert order.seller_orders.get().status == SellerOrderStatus.PACKING
    assert [message.text for message in Message.objects.filter(conversation=talk)] == ["It leaves on Monday."]
    assert phone.complaints == []


def test_an_answer_that_was_lost_does_nothing_twice(phone: Any, order: Order) -> None:
    part = order.seller_orders.get()
    phone.get_by_role("link", name=part.number).click()
    phone.wait_for_selector("#desk-app[data-ready]", state="attached")
    phone.context.set_offline(True)
    phone.get_by_role("button", name="Begin to pack").click()
    expect(phone.locator("#desk-kept li")).to_have_count(1)
    lost: list[int] = []

    def lose(route: Any) -> None:
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch().status)
            route.abort()
        else:
            route.continue_()

    phone.context.route("**/orders/*", lose)
    phone.context.set_offline(False)
    phone.wait_for_function("async () => true")
    for _turn in range(60):
        if lost:
            break
        phone.evaluate("dispatchEvent(new Event('online'))")
        phone.wait_for_timeout(500)
    assert lost == [200]
    events = OrderEvent.objects.filter(seller_order=part).count()
    phone.evaluate("dispatchEvent(new Event('online'))")
    expect(phone.locator("#desk-kept li")).to_have_count(0)
    assert OrderEvent.objects.filter(seller_order=part).count() == events


def test_nothing_private_is_left_after_the_sign_out(phone: Any) -> None:
    look(phone, "/orders")
    wait_for_kept(phone, 1)
    phone.locator("summary[aria-label^='Account of']").click()
    phone.get_by_role("button", name="Sign out").click()
    phone.wait_for_selector("html[data-signed-out]")
    phone.wait_for_function("async () => !(await caches.keys()).some((name) => name.includes(' private '))")
    assert kept(phone) == []
    phone.context.set_offline(True)
    phone.goto(f"{phone.desk}/orders")
    expect(phone.get_by_role("heading", name="There is no network")).to_be_visible()
    expect(phone.locator("#kept-pages a")).to_have_count(0)
