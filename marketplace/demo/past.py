"""The demo's orders began days ago. The verbs write everything down as of now; here it is moved to its day."""

from datetime import datetime, timedelta

from logistics.shipments.shipment import Shipment, TrackingEvent
from logistics.shipments.status import ShipmentStatus
from orders.lifecycle.order import Order
from orders.lifecycle.order_event import OrderEvent, OrderEventType

BOOKED_DAYS_AGO = 7
AT_ONCE = (OrderEventType.PLACED, OrderEventType.PAID, OrderEventType.CONFIRMED)
ON_DISPATCH = (OrderEventType.PARTLY_SHIPPED, OrderEventType.SHIPPED)


def move_to_the_past(order: Order, shipments: list[Shipment], *, placed: datetime, now: datetime) -> None:
    """Paid when placed, packed the day after, with the carrier a week ago. Only a fresh demo rewrites a history."""
    events = OrderEvent.objects.filter(order=order)
    events.filter(type__in=AT_ONCE).update(at=placed)
    events.filter(type=OrderEventType.PACKING).update(at=placed + timedelta(days=1))
    booked = now - timedelta(days=BOOKED_DAYS_AGO)
    events.filter(type__in=ON_DISPATCH).update(at=booked)
    ids = [shipment.pk for shipment in shipments]
    Shipment.objects.filter(pk__in=ids).update(booked_at=booked)
    TrackingEvent.objects.filter(shipment__in=ids, status=ShipmentStatus.BOOKED).update(occurred_at=booked)
