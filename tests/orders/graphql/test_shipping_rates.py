"""Carriers that answer and carriers that do not, as a basket and a seller's order show them."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache

from marketplace.graphql import to_global_id
from orders.models import Order
from tests.factories.accounts import make_operator, make_user
from tests.factories.carriers import make_carrier_account
from tests.factories.orders import make_chair, make_exchange_rate, make_packed_order, make_ready_checkout
from tests.factories.sellers import make_member, make_seller
from tests.orders.graphql.conftest import Call, execute
from tests.peers.carriers.dhl_express import Peer
from tests.peers.carriers.peer import Fault

pytestmark = pytest.mark.django_db
BASKET = """query ($id: ID!) { checkout(id: $id) { groups {
    deliveryMethods { id carrier price { amount currency } minimumDeliveryDays basis }
    unansweredCarriers { carrier name reason } } } }"""
RATES = """query ($order: ID!) { shippingRates(sellerOrder: $order) {
    rates { carrier service name price { currency } quotedPrice { currency }
            minimumDeliveryDays maximumDeliveryDays basis }
    unanswered { carrier name reason fact said } } }"""


@pytest.fixture
def peer() -> Iterator[Peer]:
    cache.clear()
    with Peer() as running:
        yield running
    cache.clear()


def connect(peer: Peer, seller: Any = None) -> None:
    make_carrier_account("dhl_express", seller=seller, base_url=peer.url, settings=peer.credentials())


def basket(call: Call) -> dict[str, Any]:
    make_exchange_rate()
    checkout = make_ready_checkout((make_chair(), 1))
    (group,) = call(BASKET, {"id": to_global_id("Checkout", checkout.pk)})["checkout"]["groups"]
    return group


def test_a_connected_carrier_is_offered_among_the_others(call: Call, peer: Peer) -> None:
    connect(peer)
    group = basket(call)
    offered = {method["id"]: method for method in group["deliveryMethods"]}
    worldwide = offered["dhl_express:P"]
    assert worldwide["price"]["currency"] == "EUR"
    assert worldwide["minimumDeliveryDays"] >= 3
    assert "Price of the carrier" in worldwide["basis"]
    assert "zone" not in worldwide["basis"]
    assert any(method.startswith("rate_table:") for method in offered)
    assert group["unansweredCarriers"] == []


@pytest.mark.parametrize(("fault", "reason"), [(Fault.DOWN, "FAILED"), (Fault.BUSINESS_ERROR, "REFUSED")])
def test_a_carrier_without_an_answer_is_named_and_hides_no_other(
    call: Call, peer: Peer, fault: Fault, reason: str
) -> None:
    connect(peer)
    peer.trouble(fault, times=5)
    group = basket(call)
    assert group["unansweredCarriers"] == [{"carrier": "dhl_express", "name": "DHL Express", "reason": reason}]
    assert group["deliveryMethods"]


def test_who_may_compare_carriers_for_an_order(peer: Peer) -> None:
    make_exchange_rate()
    order: Order = make_packed_order((make_chair(), 1))
    part = order.seller_orders.get()
    connect(peer, part.seller)
    callers = {
        "anonymous": None,
        "buyer": make_user(),
        "other seller": make_member(make_seller()),
        "own member": make_member(part.seller),
        "staff": make_operator(),
    }
    seen = {}
    for name, actor in callers.items():
        result = execute(RATES, {"order": to_global_id("SellerOrder", part.pk)}, actor=actor)
        code = result.errors[0]["extensions"]["code"] if result.errors else None
        seen[name] = code or bool(result.data and result.data["shippingRates"])
    assert seen == {
        "anonymous": "UNAUTHENTICATED", "buyer": False, "other seller": False, "own member": True, "staff": True,
    }  # fmt: skip
    assert len(peer.asked) == 1, "those who may not see it make nobody call"


def test_the_seller_reads_what_the_carrier_said(call: Call, peer: Peer) -> None:
    make_exchange_rate()
    part = make_packed_order((make_chair(), 1)).seller_orders.get()
    connect(peer, part.seller)
    peer.trouble(Fault.BUSINESS_ERROR)
    found = call(RATES, {"order": to_global_id("SellerOrder", part.pk)}, actor=make_member(part.seller))
    assert found["shippingRates"]["unanswered"] == [
        {
            "carrier": "dhl_express",
            "name": "DHL Express",
            "reason": "REFUSED",
            "fact": "refused: Unprocessable Entity (status 422)",
            "said": "7008: The declared value is missing",
        }
    ]
    assert found["shippingRates"]["rates"]
