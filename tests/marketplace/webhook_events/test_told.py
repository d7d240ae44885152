"""What sellers' and the operator's programs are told of an order's whole course."""

import json
from typing import Any

import pytest

from marketplace.events.deliver import deliver_pending
from marketplace.webhook_events.table import TOLD
from marketplace.webhooks.delivery import WebhookDelivery
from marketplace.webhooks.event_type import SUBSCRIBABLE, WebhookEventType
from orders.fulfillment.ship import Dispatch, ship_seller_order
from orders.lifecycle.cancel import cancel_order
from tests.factories.orders import SELLER, make_chair, make_order, make_packed_order
from tests.factories.webhooks import make_webhook

pytestmark = pytest.mark.django_db
OF_ORDERS = [event for event in SUBSCRIBABLE if "ORDER" in event]


def told() -> dict[int | None, list[tuple[str, dict[str, Any]]]]:
    while deliver_pending():
        pass
    found: dict[int | None, list[tuple[str, dict[str, Any]]]] = {}
    for delivery in WebhookDelivery.objects.select_related("webhook").order_by("created_at"):
        body = json.loads(delivery.payload)
        found.setdefault(delivery.webhook.seller_id, []).append((body["event"], body))
    return found


def test_each_seller_hears_of_its_own_part_and_the_operator_of_all() -> None:
    first, second, unheard = make_chair(), make_chair(), make_chair()
    for seller in (first.seller, second.seller, None):
        make_webhook(seller=seller, events=OF_ORDERS)
    order = make_packed_order((first, 1), (second, 2), (unheard, 1))
    part = order.seller_orders.get(seller=first.seller)
    ship_seller_order(seller_order_id=part.pk, dispatch=Dispatch(carrier="Sample Lines"), by=SELLER)

    found = told()

    assert sorted(name for name, _ in found[first.seller_id]) == ["ORDER_PAID", "ORDER_PLACED", "SELLER_ORDER_SHIPPED"]
    assert sorted(name for name, _ in found[second.seller_id]) == ["ORDER_PAID", "ORDER_PLACED"]
    assert sorted(name for name, _ in found[None]) == ["ORDER_PAID", "ORDER_PLACED", "SELLER_ORDER_SHIPPED"]
    lines = [body["data"]["lines"] for name, body in found[second.seller_id] if name == "ORDER_PLACED"]
    assert lines == [[{"productSku": second.sku, "quantity": 2}]]
    numbers = {body["data"]["number"] for _, body in found[second.seller_id]}
    assert numbers == {order.seller_orders.get(seller=second.seller).number}


def test_nothing_told_has_personal_data() -> None:
    chair = make_chair()
    make_webhook(events=list(SUBSCRIBABLE))
    make_webhook(seller=chair.seller, events=list(SUBSCRIBABLE))
    cancel_order(order_id=make_order((chair, 1)).pk, by=SELLER, reason="Thử")
    bodies = " ".join(json.dumps(body, ensure_ascii=False) for listener in told().values() for _, body in listener)
    assert "ORDER_CANCELED" in bodies
    for private in ("Sanne", "Voorbeeld", "Utrecht", "3511", "sanne@", "+31"):
        assert private not in bodies


def test_every_event_that_can_be_chosen_is_told_of_by_somebody() -> None:
    names = " ".join(reaction.__name__ for reactions in TOLD.values() for reaction in reactions)
    assert len(TOLD) >= 18
    assert "tell_payout_sent" in names
    assert WebhookEventType.PING not in SUBSCRIBABLE
