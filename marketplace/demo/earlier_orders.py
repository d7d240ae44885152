"""Orders of the months before, so that a maker's figures have something to tell. All have arrived."""

from datetime import datetime, timedelta

from django.utils import timezone

from catalog.products.product import Product
from catalog.traceability.lot import Lot
from logistics.shipments.events import ShipmentDelivered
from logistics.shipments.shipment import Shipment, TrackingEvent
from marketplace.demo.orders import BOLOGNA, PORTLAND, UTRECHT, YAMAGUCHI, DemoOrder, handle_part, place_order
from marketplace.demo.people import People
from orders.fulfillment.deliver import mark_delivered
from orders.lifecycle.order import Order
from orders.lifecycle.order_event import OrderEvent, OrderEventType
from orders.lifecycle.seller_order import SellerOrder

UNDER_WAY = timedelta(days=9)
PORTICO, FERNHILL = "ordini@bottega-portico.example", "orders@fernhill.example"
EARLIER = (
    DemoOrder("eu", "nl", UTRECHT, (("thot-go", 36),), by_account=True, days_ago=26),
    DemoOrder("us", "en", PORTLAND, (("ghe-dau", 6),), FERNHILL, days_ago=33),
    DemoOrder("eu", "it", BOLOGNA, (("ghe-lung-nan", 6),), PORTICO, days_ago=41),
    DemoOrder("eu", "nl", UTRECHT, (("ban-tra", 3),), by_account=True, days_ago=52),
    DemoOrder("jp", "ja", YAMAGUCHI, (("thot-go", 12),), "chumon@aoyagi.example", days_ago=58),
    DemoOrder("eu", "it", BOLOGNA, (("ke-sach", 2), ("to-son-mai", 8)), PORTICO, days_ago=67),
    DemoOrder("us", "en", PORTLAND, (("ghe-dau", 4),), FERNHILL, days_ago=74),
    DemoOrder("eu", "nl", UTRECHT, (("ghe-dau", 10),), by_account=True, days_ago=83),
)


def place_earlier_orders(products: dict[str, Product], lots: dict[str, Lot], people: People) -> int:
    """Place and deliver them, each as of its day; returns how many there are."""
    for wanted in EARLIER:
        order = place_order(wanted, products, people)
        placed = timezone.now() - timedelta(days=wanted.days_ago)
        for part in SellerOrder.objects.filter(order=order).select_related("seller").order_by("position"):
            shipment = handle_part(part, "delivered", lots)
            if shipment is not None:
                mark_delivered(ShipmentDelivered(str(shipment.pk), part.number, (placed + UNDER_WAY).isoformat()))
                _move_shipment(shipment, placed)
        _move_events(order, placed)
    return len(EARLIER)


def _move_events(order: Order, placed: datetime) -> None:
    """Only a fresh demo rewrites a history."""
    events = OrderEvent.objects.filter(order=order)
    events.update(at=placed)
    events.filter(type=OrderEventType.PACKING).update(at=placed + timedelta(days=1))
    events.filter(type=OrderEventType.SHIPPED).update(at=placed + timedelta(days=2))
    events.filter(type=OrderEventType.DELIVERED).update(at=placed + UNDER_WAY)


def _move_shipment(shipment: Shipment, placed: datetime) -> None:
    booked = placed + timedelta(days=2)
    Shipment.objects.filter(pk=shipment.pk).update(booked_at=booked)
    for number, event in enumerate(TrackingEvent.objects.filter(shipment=shipment).order_by("occurred_at", "pk")):
        moved = booked + number * (UNDER_WAY - timedelta(days=2)) / 4
        TrackingEvent.objects.filter(pk=event.pk).update(occurred_at=moved)
