"""``rebook_shipment``: the goods go with another carrier, service or account."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid5

from django.db import transaction
from django.utils import timezone

from logistics.shipments.booking.cancel_shipment import STILL_HERE, AlreadyLeft
from logistics.shipments.booking.choose import Choice, choose_carrier
from logistics.shipments.booking.take_back import take_back
from logistics.shipments.labels.carrier_label import CarrierLabel
from logistics.shipments.locks import lock_shipment
from logistics.shipments.shipment import Shipment
from logistics.shipments.status import ShipmentStatus

if TYPE_CHECKING:
    from marketplace.accounts.models import User

OPEN = (*STILL_HERE, ShipmentStatus.CANCELLED)


def rebook_shipment(
    *,
    shipment: Shipment,
    carrier: str,
    service: str = "",
    carrier_name: str = "",
    tracking_number: str = "",
    by: User | None = None,
) -> None:
    """Call the present booking off, then begin anew with another key; a cancelled shipment comes back to life.

    A carrier that is asked over the net books soon after; any other is booked at once. Raises ``UnknownCarrier``,
    ``BookingRefused``, `AlreadyLeft`, ``CarrierError`` and ``NoAccount``. Not to be called in a transaction.
    """
    shipment.refresh_from_db()
    if shipment.status not in OPEN:
        raise AlreadyLeft(shipment.status)
    # What cannot be booked is refused before anything is called off.
    key = str(uuid5(shipment.pk, shipment.booking_key or "first"))
    choice = choose_carrier(
        carrier=carrier,
        service=service,
        carrier_name=carrier_name,
        tracking_number=tracking_number,
        seller_id=shipment.seller_id,
        consignment=shipment.consignment,
        key=key,
    )
    if shipment.status == ShipmentStatus.BOOKED:
        take_back(shipment)
    with transaction.atomic():
        locked = lock_shipment(shipment.pk)
        if locked.status not in OPEN:
            raise AlreadyLeft(locked.status)
        _begin_anew(locked, choice, by)
    shipment.refresh_from_db()


def _begin_anew(shipment: Shipment, choice: Choice, by: User | None) -> None:
    shipment.status = ShipmentStatus.DRAFT
    shipment.tracking_number = shipment.booking_refusal = ""
    shipment.book_attempts = 0
    shipment.poll_due_at = None
    CarrierLabel.objects.filter(shipment=shipment).delete()
    choice.put_on(shipment, now=timezone.now())
    shipment.save()
    choice.mark(shipment, by)
