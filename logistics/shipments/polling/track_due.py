"""``track_due_shipments``: ask carriers how far their shipments are.

Take those that are due and put each off → ask outside any transaction → add what is new. What a push brought already
is the same event here, so a push that got lost is found, and one that arrived changes nothing.
"""

from __future__ import annotations

from datetime import datetime

import structlog
from django.db import transaction

from logistics.carrier import CarrierError, CarrierEvent
from logistics.carriers.registry import UnknownCarrier, carrier_of
from logistics.shipments.booking.account import NoAccount, account_of_shipment
from logistics.shipments.polling.pace import next_poll
from logistics.shipments.record_event import EventInFuture, record_event
from logistics.shipments.shipment import Shipment

log = structlog.get_logger(__name__)
MOST_EVENTS = 200
"""Of one shipment; a real one has some dozens."""


def track_due_shipments(*, now: datetime, limit: int = 20) -> int:
    """How many were asked about. Run periodically."""
    taken = _take(now, limit)
    for shipment in taken:
        _track(shipment, now)
    return len(taken)


def _take(now: datetime, limit: int) -> list[Shipment]:
    due = Shipment.objects.filter(poll_due_at__lte=now)
    if not due.exists():
        return []
    with transaction.atomic():
        rows = list(due.select_for_update(skip_locked=True, of=("self",)).order_by("poll_due_at")[:limit])
        for row in rows:
            row.poll_due_at = next_poll(row, now=now)
        Shipment.objects.bulk_update(rows, ["poll_due_at"])
    return rows


def _track(shipment: Shipment, now: datetime) -> None:
    try:
        carrier = carrier_of(shipment.carrier)
        events = carrier.track(account=account_of_shipment(shipment), tracking_number=shipment.tracking_number)
    except CarrierError as error:
        _put_off(shipment, now, error.fact, error.retry_after)
    except (NoAccount, UnknownCarrier) as error:
        _put_off(shipment, now, str(error), None)
    else:
        take_in(shipment, events)
        Shipment.objects.filter(pk=shipment.pk).exclude(poll_due_at=None).update(
            poll_failures=0, poll_due_at=next_poll(shipment, now=now)
        )


def take_in(shipment: Shipment, events: list[CarrierEvent]) -> None:
    """Oldest first, so that the states come in their order. What is ahead of our clock comes with the next poll."""
    for event in sorted(events, key=lambda each: each.occurred_at)[-MOST_EVENTS:]:
        try:
            record_event(
                shipment=shipment,
                status=event.status,
                occurred_at=event.occurred_at,
                place=event.place,
                note=event.note,
                raw_code=event.raw_code,
                trouble=event.incident or "",
            )
        except EventInFuture:
            log.info("event ahead of time", shipment=str(shipment.pk), carrier=shipment.carrier)


def _put_off(shipment: Shipment, now: datetime, fact: str, retry_after: int | None) -> None:
    log.info("shipment not followed", shipment=str(shipment.pk), carrier=shipment.carrier, fact=fact[:200])
    shipment.poll_failures = min(shipment.poll_failures + 1, 30_000)
    shipment.poll_due_at = next_poll(shipment, now=now, retry_after=retry_after)
    shipment.save(update_fields=["poll_failures", "poll_due_at"])
