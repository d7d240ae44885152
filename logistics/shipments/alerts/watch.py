"""``watch_shipments``: find the shipments of which too little is heard, or that should be there already.

1. A shipment is lost from sight when nothing was heard for longer than its present leg usually keeps silent: three
   days on a truck, two weeks at sea.
2. It is overdue from the day after the one it was expected on.
Each is told once: the silence by when it began, the delay by the day that has passed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from i18n.today import day_here
from logistics.shipments.alerts.alert import AlertKind
from logistics.shipments.alerts.raise_alert import raise_alert
from logistics.shipments.legs.leg import ShipmentLeg
from logistics.shipments.legs.mode import LegMode
from logistics.shipments.locks import lock_shipment
from logistics.shipments.shipment import Shipment
from logistics.shipments.status import ShipmentStatus

SILENCE = {
    LegMode.TRUCK: timedelta(days=3),
    LegMode.LAST_MILE: timedelta(days=3),
    LegMode.AIR: timedelta(days=4),
    LegMode.BARGE: timedelta(days=5),
    LegMode.PARCEL: timedelta(days=7),
    LegMode.RAIL: timedelta(days=7),
    LegMode.VESSEL: timedelta(days=14),
}
IN_CUSTOMS = timedelta(days=7)
SHORTEST = min(SILENCE.values())
ON_THE_WAY = (
    ShipmentStatus.BOOKED,
    ShipmentStatus.IN_TRANSIT,
    ShipmentStatus.CUSTOMS,
    ShipmentStatus.OUT_FOR_DELIVERY,
)
AT_ONCE = 500


def watch_shipments(*, now: datetime) -> int:
    """How many alerts are new. Run periodically; running twice tells nothing twice."""
    today = day_here(now)
    silent = Q(last_news_at__lt=now - SHORTEST)
    overdue = Q(estimated_delivery__lt=today)
    found = Shipment.objects.filter(silent | overdue, status__in=ON_THE_WAY).prefetch_related("legs", "alerts")
    fresh = 0
    for shipment in found.order_by("pk").iterator(chunk_size=AT_ONCE):
        known = {(alert.kind, alert.fact) for alert in shipment.alerts.all()}
        for kind, fact in _facts(shipment, now):
            if (kind, fact) not in known:
                fresh += _tell(shipment, kind, fact)
    return fresh


def _facts(shipment: Shipment, now: datetime) -> Iterable[tuple[AlertKind, str]]:
    since = shipment.last_news_at
    if since is not None and now - since > silence_of(shipment):
        yield AlertKind.NO_NEWS, f"since {since.isoformat()}"
    expected = shipment.estimated_delivery
    if expected is not None and expected < day_here(now):
        yield AlertKind.DELAYED, f"passed {expected.isoformat()}"


def silence_of(shipment: Shipment) -> timedelta:
    """How long nothing may be heard, where the goods are now."""
    if shipment.status == ShipmentStatus.CUSTOMS:
        return IN_CUSTOMS
    return SILENCE[present_mode(shipment.legs.all())]


def present_mode(legs: Iterable[ShipmentLeg]) -> LegMode:
    """Of the first leg that has not ended."""
    under_way = [leg for leg in legs if leg.actual_arrival is None]
    return LegMode(min(under_way, key=lambda leg: leg.number).mode) if under_way else LegMode.PARCEL


def _tell(shipment: Shipment, kind: AlertKind, fact: str) -> bool:
    """Unless the shipment has moved on meanwhile."""
    with transaction.atomic():
        locked = lock_shipment(shipment.pk)
        same = locked.last_news_at == shipment.last_news_at and locked.status == shipment.status
        return same and raise_alert(shipment=locked, kind=kind, fact=fact)
