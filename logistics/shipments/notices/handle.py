"""Understand the messages that came in, and put what they tell on the shipments they are about.

1. Take the oldest that are due and put their next attempt off, so that another worker takes others.
2. Add the events; each is added once, whatever else told it before.
3. A message may be faster than the booking it is about: without a shipment it is tried again for some hours.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import structlog
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from logistics.shipments.freight.find_shipments import record_pushed
from logistics.shipments.locks import lock_shipment
from logistics.shipments.notices.dcsa_push import DCSA
from logistics.shipments.notices.notice import CarrierNotice
from logistics.shipments.polling.pace import first_poll
from logistics.shipments.record_event import record_event
from logistics.shipments.shipment import Shipment
from marketplace.due import is_due

log = structlog.get_logger(__name__)
FIRST_PAUSE = timedelta(minutes=1)
MOST_ATTEMPTS = 9
"""With pauses that double, about four hours."""
LONGEST_PAUSE = FIRST_PAUSE * 2 ** (MOST_ATTEMPTS - 1)


def handle_carrier_notices(*, now: datetime, limit: int = 50) -> int:
    """How many were dealt with, for good or until later. Run periodically."""
    taken = _take(now, limit)
    for row in taken:
        _handle(row)
    return len(taken)


def _take(now: datetime, limit: int) -> list[CarrierNotice]:
    waiting = CarrierNotice.objects.filter(
        is_due("due_at", now, longest=LONGEST_PAUSE), handled_at__isnull=True, given_up_at__isnull=True
    )
    if not waiting.exists():
        return []
    with transaction.atomic():
        rows = list(waiting.select_for_update(skip_locked=True, of=("self",)).order_by("id")[:limit])
        for row in rows:
            row.attempts += 1
            row.due_at = now + FIRST_PAUSE * 2 ** min(row.attempts - 1, 12)
        CarrierNotice.objects.bulk_update(rows, ["attempts", "due_at"])
    return rows


def _handle(row: CarrierNotice) -> None:
    try:
        with transaction.atomic():
            missing = [told for told in row.told if not _apply(row, told)]
    except Exception as error:  # one message that cannot be dealt with must not hold up the others; it is kept
        log.exception("carrier's message not understood", carrier=row.carrier, notice=row.pk)
        _put_off(row, f"{type(error).__module__}.{type(error).__qualname__}")
        return
    if missing:
        _put_off(row, f"no shipment for {len(missing)} of {len(row.told)}")
    else:
        row.handled_at, row.error = timezone.now(), ""
        row.save(update_fields=["handled_at", "error"])


def _apply(row: CarrierNotice, told: Mapping[str, Any]) -> bool:
    """Whether there is a shipment that it is about."""
    if row.carrier == DCSA:
        return record_pushed(key=row.account_key, told=told)
    shipments = _shipments(row, told)
    for shipment in shipments:
        _learn_number(shipment, told["tracking_number"])
        record_event(
            shipment=shipment,
            status=told["status"],
            occurred_at=datetime.fromisoformat(told["occurred_at"]),
            place=told["place"],
            note=told["note"],
            raw_code=told["raw_code"],
            trouble=told["trouble"],
        )
    return bool(shipments)


def _shipments(row: CarrierNotice, told: Mapping[str, Any]) -> QuerySet[Shipment]:
    """Of the account alone that the message came to: nobody's key moves another's goods."""
    names = Q(booking_key=told["reference"]) if told["reference"] else Q()
    if told["tracking_number"]:
        names |= Q(tracking_number=told["tracking_number"])
    own = Shipment.objects.filter(carrier=row.carrier, account_key=row.account_key)
    return own.filter(names) if names else own.none()


def _learn_number(shipment: Shipment, number: str) -> None:
    """Where the carrier's receipt was lost, its first message brings the number."""
    if number and not shipment.tracking_number:
        with transaction.atomic():
            locked = lock_shipment(shipment.pk)
            if not locked.tracking_number:
                locked.tracking_number = number[:80]
                locked.poll_due_at = first_poll(locked, now=timezone.now())
                locked.save(update_fields=["tracking_number", "poll_due_at"])


def _put_off(row: CarrierNotice, error: str) -> None:
    row.error = error[:200]
    if row.attempts >= MOST_ATTEMPTS:
        row.given_up_at = timezone.now()
    row.save(update_fields=["error", "given_up_at"])
