"""An order's whole course through the outbox: every event delivered, and all of them delivered twice."""

import pytest
from django.utils import timezone

from catalog.models import Stock
from logistics.shipments.record_event import record_event
from marketplace.events.deliver import deliver_pending
from marketplace.events.models import OutboxMessage
from marketplace.events.reactions import Reaction, reactions_to, subscribe, unsubscribe
from orders.events import OrderPaid, OrderPlaced, RefundOwed, SellerOrderCanceled, SellerOrderShipped
from orders.fulfillment.deliver import ShipmentDelivered, mark_delivered
from orders.fulfillment.pack import pack_seller_order
from orders.fulfillment.ship import Dispatch, ship_seller_order
from orders.letters.order_canceled import announce_cancellation
from orders.letters.order_confirmation import confirm_order
from orders.letters.order_shipped import announce_shipment
from orders.letters.payment_received import confirm_payment, tell_sellers
from orders.lifecycle.cancel import cancel_seller_order
from orders.lifecycle.states import OrderStatus
from orders.payments.mark_as_paid import mark_as_paid
from orders.payments.send_refund import mark_refund_sent, send_refund
from tests.factories.accounts import make_operator
from tests.factories.orders import SELLER, make_chair, make_order
from tests.factories.sellers import make_member
from tests.posted import posted

pytestmark = pytest.mark.django_db

REACTIONS: list[tuple[type, Reaction]] = [
    (OrderPlaced, confirm_order),
    (OrderPaid, confirm_payment),
    (OrderPaid, tell_sellers),
    (SellerOrderShipped, announce_shipment),
    (RefundOwed, send_refund),
    (SellerOrderCanceled, announce_cancellation),
    (ShipmentDelivered, mark_delivered),
]


def deliver() -> None:
    """Everything that waits, and then once more, as after a crash before the mark was made."""
    while deliver_pending(limit=100):
        pass
    for message in OutboxMessage.objects.all():
        message.deliveries.update(delivered_at=None)
    OutboxMessage.objects.update(delivered_at=None, available_at=timezone.now())
    while deliver_pending(limit=100):
        pass
    assert not OutboxMessage.objects.filter(delivered_at__isnull=True).exists()


def test_from_basket_to_door_with_one_seller_giving_up() -> None:
    added = [(event, r) for event, r in REACTIONS if r not in reactions_to(event.__name__).values()]
    for event, reaction in added:
        subscribe(event, reaction)
    try:
        chair, bowl, operator = make_chair(stock=5), make_chair(stock=5), make_operator()
        owners = [make_member(variant.seller) for variant in (chair, bowl)]
        order = make_order((chair, 2), (bowl, 3))
        first, second = order.seller_orders.order_by("position")
        deliver()
        mark_as_paid(order_id=order.pk, reference="STMT 9", by=operator)
        cancel_seller_order(seller_order_id=second.pk, by=SELLER, reason="Kiln broken")
        deliver()
        mark_refund_sent(seller_order_id=second.pk, reference="OUT 9", by=operator)
        pack_seller_order(seller_order_id=first.pk, by=SELLER)
        fulfillment = ship_seller_order(seller_order_id=first.pk, dispatch=Dispatch("Sample Lines", "S9"), by=SELLER)
        deliver()
        record_event(shipment=fulfillment.shipment, status="DELIVERED", occurred_at=timezone.now())
        deliver()
    finally:
        for event, reaction in added:
            unsubscribe(event, reaction)

    order.refresh_from_db()
    assert order.status == OrderStatus.DELIVERED
    counts = Stock.objects.filter(variant__in=[chair, bowl]).order_by("variant_id")
    assert list(counts.values_list("quantity", "quantity_allocated")) == [(3, 0), (5, 0)]
    payment = order.payments.get()
    assert payment.refunded_amount == second.total_amount
    to_buyer = [message.subject for message in posted() if message.to == [order.email]]
    # Placed, paid, one part cancelled and paid back, the other sent and there.
    assert len(to_buyer) == len(set(to_buyer)) == 6
    assert [message.to[0] for message in posted() if message.to != [order.email]] == [owners[0].email]
    types = [event.type for event in order.events.all()]
    assert types == ["PLACED", "PAID", "CONFIRMED", "CONFIRMED", "CANCELED", "REFUND_DUE", "REFUNDED", "PACKING",
                     "SHIPPED", "DELIVERED"]  # fmt: skip
