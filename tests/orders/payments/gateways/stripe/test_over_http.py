"""The whole way over real HTTP: a buyer's browser on our pages and Stripe's, and Stripe's messages to our address."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import requests
from pytest_django.live_server_helper import LiveServer

from orders.lifecycle.states import OrderStatus
from orders.models import Order, ReceivedNotice
from tests.orders.payments.gateways.stripe.browser import VISA
from tests.orders.payments.gateways.stripe.shop import pay_on_the_page, place, work
from tests.peers.stripe import StripePeer

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def shop(live_server: LiveServer, peer: StripePeer, settings: Any) -> Iterator[str]:
    settings.PUBLIC_URL = live_server.url
    peer.webhooks.url = f"{live_server.url}/payments/stripe/webhook"
    yield live_server.url


def test_a_buyer_pays_without_javascript(shop: str, peer: StripePeer) -> None:
    order = place()
    browser = requests.Session()
    page = browser.get(f"{shop}/en/eu/orders/{order.pk}?token={order.token}", timeout=20)
    assert page.status_code == 200
    assert "script-src 'self'" in page.headers["Content-Security-Policy"]
    link = re.search(r'href="(http[^"]+/pay/cs_[^"]+)"', page.text)
    assert link, "the order's page leads to Stripe's"
    assert "Pay" in browser.get(link[1], timeout=20).text

    back = browser.post(link[1], data={"number": VISA}, timeout=20)

    assert back.url.startswith(f"{shop}/")
    assert str(order.pk) in back.url
    assert "/pay/cs_" not in back.text, "nothing is left to pay"
    assert Order.objects.get().status == OrderStatus.UNFULFILLED
    assert set(peer.webhooks.deliver(twice=True)) == {200}
    work()
    assert Order.objects.get().payments.get().charged_amount == order.total_amount


def test_messages_arrive_by_themselves_out_of_order_and_twice(shop: str, peer: StripePeer) -> None:
    order = place()
    pay_on_the_page(order)
    assert set(peer.webhooks.deliver(backwards=True, twice=True)) == {200}
    assert ReceivedNotice.objects.count() == len({event["id"] for event in peer.world.events})
    work()
    assert Order.objects.get().status == OrderStatus.UNFULFILLED


def test_a_message_with_a_lying_clock_is_refused_and_sent_again(shop: str, peer: StripePeer) -> None:
    order = place()
    pay_on_the_page(order)
    peer.webhooks.timestamp_is_off_by = -3600
    events = list(peer.webhooks.waiting)
    assert set(peer.webhooks.deliver()) == {400}
    peer.webhooks.timestamp_is_off_by = 0
    assert {peer.webhooks.send(event) for event in events} == {200}
    work()
    assert Order.objects.get(pk=order.pk).status == OrderStatus.UNFULFILLED
