"""``raise_alert`` and ``end_alerts``: what both sides are told, once for each fact."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from logistics.shipments.alerts.alert import AlertKind, ShipmentAlert
from logistics.shipments.events import ShipmentAlertRaised
from logistics.shipments.shipment import Shipment
from marketplace.events.publish import publish


def raise_alert(*, shipment: Shipment, kind: AlertKind, fact: str) -> bool:
    """Says whether it is new, and publishes it then; in the caller's transaction. The same fact again is silent."""
    alert, fresh = ShipmentAlert.objects.get_or_create(shipment=shipment, kind=kind, fact=fact[:80])
    if fresh:
        publish(
            ShipmentAlertRaised(
                alert_id=alert.pk, shipment_id=str(shipment.pk), reference=shipment.reference, kind=str(kind)
            )
        )
    return fresh


def end_alerts(*, shipment: Shipment, kinds: Iterable[AlertKind]) -> int:
    """Their cause is over; returns how many were open."""
    still_open = ShipmentAlert.objects.filter(shipment=shipment, kind__in=list(kinds), ended_at__isnull=True)
    return still_open.update(ended_at=timezone.now())
