"""What a carrier's receipt changes: the shipment is booked, everybody who listens hears it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from logistics.carrier import Booking
from logistics.shipments.arrival.estimate import EstimateSource
from logistics.shipments.arrival.estimate_arrival import estimate_arrival
from logistics.shipments.events import ShipmentBooked
from logistics.shipments.labels.carrier_label import keep_labels
from logistics.shipments.polling.pace import first_poll
from logistics.shipments.shipment import Shipment, TrackingEvent
from logistics.shipments.status import ShipmentStatus
from logistics.shipments.tracking import fingerprint_of
from marketplace.events.publish import publish

if TYPE_CHECKING:
    from marketplace.accounts.models import User

FIELDS = ["tracking_number", "carrier_name", "status", "booked_at", "last_news_at", "booking_refusal", "booking_cost",
          "booking_currency", "book_due_at", "poll_due_at", "poll_failures"]  # fmt: skip


def mark_booked(*, shipment: Shipment, booking: Booking, by: User | None = None) -> None:
    """In the transaction that holds the shipment, or has just made it."""
    now = timezone.now()
    shipment.tracking_number = booking.tracking_number[:80]
    shipment.carrier_name = booking.carrier_name[:80] or shipment.carrier_name
    shipment.status = ShipmentStatus.BOOKED
    shipment.booked_at = shipment.last_news_at = now
    shipment.booking_refusal = ""
    shipment.booking_cost = booking.cost.amount if booking.cost else None
    shipment.booking_currency = booking.cost.currency if booking.cost else ""
    shipment.book_due_at = None
    shipment.poll_due_at = first_poll(shipment, now=now)
    shipment.poll_failures = 0
    shipment.save(update_fields=FIELDS)
    TrackingEvent.objects.create(
        shipment=shipment,
        status=ShipmentStatus.BOOKED,
        occurred_at=now,
        recorded_by=by,
        fingerprint=fingerprint_of(status=ShipmentStatus.BOOKED, occurred_at=now),
    )
    if booking.labels:
        keep_labels(shipment=shipment, labels=booking.labels)
    if booking.estimated_delivery is not None:
        estimate_arrival(shipment=shipment, expected_on=booking.estimated_delivery, source=EstimateSource.CARRIER)
    publish(ShipmentBooked(shipment_id=str(shipment.pk), reference=shipment.reference))
