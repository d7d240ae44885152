"""The states of a shipment and which of them may follow which."""

from __future__ import annotations

from django.db import models


class ShipmentStatus(models.TextChoices):
    DRAFT = "DRAFT", "Draft"
    BOOKED = "BOOKED", "Booked"
    IN_TRANSIT = "IN_TRANSIT", "In transit"
    CUSTOMS = "CUSTOMS", "In customs"
    OUT_FOR_DELIVERY = "OUT_FOR_DELIVERY", "Out for delivery"
    DELIVERED = "DELIVERED", "Delivered"
    RETURNED = "RETURNED", "Returned to the seller"
    FAILED = "FAILED", "Could not be delivered"
    CANCELLED = "CANCELLED", "Cancelled"


class Trouble(models.TextChoices):
    """What may be wrong at an event without being a state: the goods may move on the day after."""

    DELAYED = "DELAYED", "Delayed"
    CUSTOMS_HOLD = "CUSTOMS_HOLD", "Held by customs"
    CUSTOMS_RELEASED = "CUSTOMS_RELEASED", "Released by customs: the trouble is over"
    PICKUP_FAILED = "PICKUP_FAILED", "Could not be fetched"
    DELIVERY_FAILED = "DELIVERY_FAILED", "An attempt to deliver was in vain"
    RETURNING = "RETURNING", "On the way back"
    LOST = "LOST", "Lost"
    DAMAGED = "DAMAGED", "Damaged"


_COURSE = (
    ShipmentStatus.DRAFT,
    ShipmentStatus.BOOKED,
    ShipmentStatus.IN_TRANSIT,
    ShipmentStatus.CUSTOMS,
    ShipmentStatus.OUT_FOR_DELIVERY,
)
FINAL = frozenset({ShipmentStatus.DELIVERED, ShipmentStatus.RETURNED, ShipmentStatus.FAILED, ShipmentStatus.CANCELLED})


def advances(current: str, new: str) -> bool:
    """Whether a shipment in ``current`` moves to ``new``.

    Along the course only forward, never back: a second "in transit" behind customs is history, not a new state.
    A final state stays. Cancelling is for what the carrier does not have yet.
    """
    if current in FINAL or current == new:
        return False
    if new == ShipmentStatus.CANCELLED:
        return current in (ShipmentStatus.DRAFT, ShipmentStatus.BOOKED)
    if new in FINAL:
        return current != ShipmentStatus.DRAFT
    return _COURSE.index(ShipmentStatus(new)) > _COURSE.index(ShipmentStatus(current))
