"""``book_waiting``: announce to their carriers what waits for it.

1. Take the oldest that are due, and put each off by a pause, so that another worker takes others.
2. Ask the carrier outside any transaction. The key is the shipment's: when this process dies before it has written
   the answer down, the shipment comes up again, and the same key is the same booking for the carrier.
3. Booked: written down. Refused for good: the seller has to look. Down: again after 30 s, 1 min … an hour.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import structlog
from django.db import transaction

from logistics.carrier import AlreadyBooked, Booking, CarrierError
from logistics.carriers.registry import carrier_of
from logistics.shipments.booking.account import NoAccount, account_of_shipment
from logistics.shipments.booking.booked import mark_booked
from logistics.shipments.booking.take_back import take_back
from logistics.shipments.events import ShipmentBookingRefused
from logistics.shipments.locks import lock_shipment
from logistics.shipments.shipment import Shipment
from logistics.shipments.status import ShipmentStatus
from marketplace.due import is_due
from marketplace.events.publish import publish

log = structlog.get_logger(__name__)
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=1)
MOST_ATTEMPTS = 60
"""With these pauses, more than two days."""


def book_waiting(*, now: datetime, limit: int = 10) -> int:
    """How many carriers were asked. Run periodically."""
    taken = _take(now, limit)
    for shipment in taken:
        _book(shipment, now)
    return len(taken)


def _take(now: datetime, limit: int) -> list[Shipment]:
    waiting = Shipment.objects.filter(is_due("book_due_at", now, longest=LONGEST_PAUSE), status=ShipmentStatus.DRAFT)
    if not waiting.exists():
        return []
    with transaction.atomic():
        rows = list(waiting.select_for_update(skip_locked=True, of=("self",)).order_by("book_due_at")[:limit])
        for row in rows:
            row.book_attempts += 1
            row.book_due_at = now + min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(row.book_attempts - 1, 12))
        Shipment.objects.bulk_update(rows, ["book_attempts", "book_due_at"])
    return rows


def _book(shipment: Shipment, now: datetime) -> None:
    try:
        booking = carrier_of(shipment.carrier).book(
            account=account_of_shipment(shipment),
            consignment=shipment.consignment,
            service=shipment.service,
            tracking_number="",
            key=shipment.booking_key,
        )
    except NoAccount as error:
        _refuse(shipment, str(error))
    except AlreadyBooked:
        # An answer was lost, and this carrier does not repeat it: the number comes with its first message.
        _write_down(shipment, Booking(tracking_number="", carrier_name=""))
    except CarrierError as error:
        log.info("shipment not booked", shipment=str(shipment.pk), carrier=shipment.carrier, permanent=error.permanent)
        if error.permanent or shipment.book_attempts >= MOST_ATTEMPTS:
            _refuse(shipment, error.said or error.fact)
        elif error.retry_after:
            later = now + timedelta(seconds=min(error.retry_after, 86_400))
            Shipment.objects.filter(pk=shipment.pk, booking_key=shipment.booking_key).update(book_due_at=later)
    else:
        _write_down(shipment, booking)


def _refuse(shipment: Shipment, fact: str) -> None:
    with transaction.atomic():
        locked = lock_shipment(shipment.pk)
        if locked.booking_key != shipment.booking_key or locked.status != ShipmentStatus.DRAFT:
            return
        locked.booking_refusal, locked.book_due_at = fact[:300], None
        locked.save(update_fields=["booking_refusal", "book_due_at"])
        publish(ShipmentBookingRefused(shipment_id=str(locked.pk), reference=locked.reference))


def _write_down(shipment: Shipment, booking: Booking) -> None:
    """Unless the seller has chosen another carrier meanwhile: then this booking is nobody's, and is taken back."""
    with transaction.atomic():
        locked = lock_shipment(shipment.pk)
        wanted = locked.booking_key == shipment.booking_key and locked.status == ShipmentStatus.DRAFT
        if wanted:
            mark_booked(shipment=locked, booking=booking)
    if not wanted and locked.tracking_number != booking.tracking_number:
        shipment.tracking_number = booking.tracking_number
        take_back(shipment)
