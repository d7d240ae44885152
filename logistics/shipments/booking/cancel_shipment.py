"""``cancel_shipment``: the goods do not go with this carrier after all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from logistics.shipments.booking.take_back import take_back
from logistics.shipments.record_event import record_event
from logistics.shipments.shipment import Shipment
from logistics.shipments.status import ShipmentStatus

if TYPE_CHECKING:
    from marketplace.accounts.models import User

STILL_HERE = (ShipmentStatus.DRAFT, ShipmentStatus.BOOKED)


class AlreadyLeft(ValueError):
    """The carrier has the goods, or the shipment is at its end."""

    def __init__(self, status: str) -> None:
        super().__init__(f"the shipment is {status}")
        self.status = status


def cancel_shipment(*, shipment: Shipment, note: str = "", by: User | None = None) -> None:
    """Call it off with the carrier, then here. Not in a transaction: what the carrier has done stays done.

    Dying between the two is harmless: taking back twice is no error for a carrier. Raises `AlreadyLeft`,
    ``CarrierError`` and ``NoAccount``.
    """
    shipment.refresh_from_db()
    if shipment.status not in STILL_HERE:
        raise AlreadyLeft(shipment.status)
    take_back(shipment)
    record_event(shipment=shipment, status=ShipmentStatus.CANCELLED, occurred_at=timezone.now(), note=note, by=by)
    if shipment.status != ShipmentStatus.CANCELLED:
        raise AlreadyLeft(shipment.status)
