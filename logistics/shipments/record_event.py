"""``record_event``: something happened to a shipment on its way."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from logistics.shipments.alerts.hear import hear_event
from logistics.shipments.events import ShipmentDelivered, ShipmentStatusChanged
from logistics.shipments.locks import lock_shipment
from logistics.shipments.shipment import Shipment, TrackingEvent
from logistics.shipments.status import FINAL, ShipmentStatus, advances
from logistics.shipments.tracking import fingerprint_of
from marketplace.events.publish import publish

if TYPE_CHECKING:
    from marketplace.accounts.models import User

CLOCK_DIFFERENCE = timedelta(minutes=10)
"""How far ahead a carrier's clock may be."""


class EventInFuture(ValueError):
    """The event is said to have happened later than now."""

    def __init__(self, occurred_at: datetime) -> None:
        super().__init__(f"{occurred_at.isoformat()} has not come yet")
        self.occurred_at = occurred_at


def record_event(
    *,
    shipment: Shipment,
    status: str,
    occurred_at: datetime,
    place: str = "",
    note: str = "",
    raw_code: str = "",
    trouble: str = "",
    by: User | None = None,
) -> TrackingEvent:
    """Add the event to the shipment's history, and move its state on if the event is further along.

    A state never goes back, and the same event twice changes nothing: the first row is returned.
    A word that is no state of ours is kept as a note under ``raw_code``. ``trouble`` is a value of ``Trouble``:
    both sides are told, once. Raises ``EventInFuture``.
    """
    if occurred_at > timezone.now() + CLOCK_DIFFERENCE:
        raise EventInFuture(occurred_at)
    known, raw_code = _known(status, raw_code)
    fingerprint = fingerprint_of(status=known, raw_code=raw_code, occurred_at=occurred_at, place=place, note=note)
    told = {
        "status": known,
        "raw_code": raw_code[:60],
        "place": place.strip()[:120],
        "note": note.strip()[:500],
        "trouble": trouble,
    }
    with transaction.atomic():
        locked = lock_shipment(shipment.pk)
        event, created = TrackingEvent.objects.get_or_create(
            shipment=locked,
            fingerprint=fingerprint,
            defaults={**told, "occurred_at": occurred_at, "recorded_by": by},
        )
        if created:
            _note_news(locked, occurred_at)
            if known and advances(locked.status, known):
                _move(locked, known, occurred_at)
            hear_event(shipment=locked, event=event)
    shipment.refresh_from_db()
    return event


def _note_news(shipment: Shipment, occurred_at: datetime) -> None:
    if shipment.last_news_at is None or shipment.last_news_at < occurred_at:
        shipment.last_news_at = occurred_at
        shipment.save(update_fields=["last_news_at"])


def _known(status: str, raw_code: str) -> tuple[str, str]:
    """A state of ours, or nothing and the word kept as the carrier's code."""
    return (status, raw_code) if status in ShipmentStatus.values else ("", raw_code or status)


def _move(shipment: Shipment, status: str, occurred_at: datetime) -> None:
    shipment.status = status
    if status not in (ShipmentStatus.BOOKED, ShipmentStatus.CANCELLED) and shipment.shipped_at is None:
        shipment.shipped_at = occurred_at
    if status == ShipmentStatus.DELIVERED:
        shipment.delivered_at = occurred_at
    if status in FINAL:
        shipment.poll_due_at = shipment.book_due_at = None
    shipment.save(update_fields=["status", "shipped_at", "delivered_at", "poll_due_at", "book_due_at"])
    publish(ShipmentStatusChanged(shipment_id=str(shipment.pk), reference=shipment.reference, status=status))
    if status == ShipmentStatus.DELIVERED:
        publish(
            ShipmentDelivered(
                shipment_id=str(shipment.pk), reference=shipment.reference, occurred_at=occurred_at.isoformat()
            )
        )
