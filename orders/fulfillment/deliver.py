"""The buyer has the goods."""

from uuid import UUID

from django.db import transaction

from logistics.shipments.events import ShipmentDelivered
from marketplace.events.publish import publish
from orders.events import SellerOrderDelivered
from orders.fulfillment.fulfillment import Fulfillment, FulfillmentStatus
from orders.fulfillment.pack import lock_seller_order
from orders.lifecycle.by import SYSTEM
from orders.lifecycle.move import move, update_order_status
from orders.lifecycle.states import SellerOrderStatus


def mark_delivered(event: ShipmentDelivered) -> None:
    """Reaction: the fulfillment of this shipment is delivered; the part is when all of it left and arrived.

    Hearing it again changes nothing. A shipment that is no fulfillment of ours is none of our business.
    """
    found = Fulfillment.objects.filter(shipment_id=UUID(event.shipment_id)).values_list("seller_order_id", flat=True)
    seller_order_id = found.first()
    if seller_order_id is None:
        return
    with transaction.atomic():
        seller_order = lock_seller_order(seller_order_id)
        fresh = Fulfillment.objects.filter(
            shipment_id=UUID(event.shipment_id), status=FulfillmentStatus.SHIPPED
        ).update(status=FulfillmentStatus.DELIVERED)
        waiting = seller_order.fulfillments.filter(status=FulfillmentStatus.SHIPPED)
        if fresh and seller_order.status == SellerOrderStatus.SHIPPED and not waiting.exists():
            move(seller_order, SellerOrderStatus.DELIVERED, by=SYSTEM)
            update_order_status(seller_order.order)
            publish(SellerOrderDelivered(seller_order_id=str(seller_order.pk)))
