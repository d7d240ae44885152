"""How often a carrier is asked about a shipment."""

from __future__ import annotations

from datetime import datetime, timedelta

from logistics.carrier import Capability
from logistics.carriers.registry import carriers
from logistics.shipments.shipment import Shipment
from logistics.shipments.status import FINAL, ShipmentStatus

PACE = {
    ShipmentStatus.BOOKED: timedelta(hours=2),
    ShipmentStatus.IN_TRANSIT: timedelta(hours=4),
    ShipmentStatus.CUSTOMS: timedelta(hours=6),
    ShipmentStatus.OUT_FOR_DELIVERY: timedelta(minutes=30),
}
PUSHED = 3
"""A carrier that pushes its events is asked so many times more rarely: only for what got lost."""
SLOWEST = timedelta(days=1)
FOLLOWED = timedelta(days=120)
"""Nobody delivers after that."""


def first_poll(shipment: Shipment, *, now: datetime) -> datetime | None:
    """None for a carrier that cannot be asked, or a shipment without a number to ask for."""
    carrier = carriers().get(shipment.carrier)
    if carrier is None or Capability.TRACK not in carrier.capabilities or not shipment.tracking_number:
        return None
    return None if carrier.account_fields and not shipment.account_key else now + pace_of(shipment)


def next_poll(shipment: Shipment, *, now: datetime, retry_after: int | None = None) -> datetime | None:
    """Twice as late after each failure, up to a day; not before the carrier said that it may be asked again."""
    if shipment.status in FINAL or (shipment.booked_at and now - shipment.booked_at > FOLLOWED):
        return None
    pause = min(SLOWEST, pace_of(shipment) * 2 ** min(shipment.poll_failures, 8))
    return now + max(pause, timedelta(seconds=min(retry_after or 0, 86_400)))


def pace_of(shipment: Shipment) -> timedelta:
    carrier = carriers().get(shipment.carrier)
    pushes = carrier is not None and Capability.WEBHOOK in carrier.capabilities
    return PACE.get(ShipmentStatus(shipment.status), SLOWEST) * (PUSHED if pushes else 1)
