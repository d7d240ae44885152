"""Reactions: goods that left and arrived are told to the chain, once each."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from catalog.traceability.epcis.capture.capture_event import DuplicateEvent, capture_event
from logistics.shipments.events import ShipmentDelivered
from marketplace.sellers.models import Seller
from orders.events import SellerOrderShipped
from orders.fulfillment.fulfillment import Fulfillment
from orders.traceability.shipping_event import receiving_event, shipping_event


def capture_shipping(event: SellerOrderShipped) -> None:
    """Reaction: the pieces and lots of a fulfillment are on their way."""
    fulfillment = Fulfillment.objects.select_related("seller_order__seller").get(pk=event.fulfillment_id)
    _capture(shipping_event(fulfillment), fulfillment.seller_order.seller)


def capture_receiving(event: ShipmentDelivered) -> None:
    """Reaction: they have arrived, by the carrier's word. A shipment of no order of ours is not spoken of."""
    found = Fulfillment.objects.select_related("seller_order__seller")
    fulfillment = found.filter(shipment_id=UUID(event.shipment_id)).first()
    if fulfillment is not None:
        arrived_at = datetime.fromisoformat(event.occurred_at)
        _capture(receiving_event(fulfillment, arrived_at), fulfillment.seller_order.seller)


def _capture(document: dict[str, Any] | None, seller: Seller) -> None:
    """Hearing it again changes nothing: the same facts have the same hash."""
    if document is None:
        return
    try:
        capture_event(document, seller=seller)
    except DuplicateEvent:
        return  # told before
