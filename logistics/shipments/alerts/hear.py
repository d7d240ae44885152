"""What a fresh event says about trouble: it begins, or it is over."""

from __future__ import annotations

from logistics.shipments.alerts.alert import AlertKind
from logistics.shipments.alerts.raise_alert import end_alerts, raise_alert
from logistics.shipments.shipment import Shipment, TrackingEvent
from logistics.shipments.status import ShipmentStatus, Trouble


def hear_event(*, shipment: Shipment, event: TrackingEvent) -> None:
    """In the transaction that stored the event and holds the shipment."""
    end_alerts(shipment=shipment, kinds=_over(event))
    fact = f"event {event.pk}"
    if event.trouble in AlertKind.values:
        raise_alert(shipment=shipment, kind=AlertKind(event.trouble), fact=fact)
    elif event.status == ShipmentStatus.FAILED:
        raise_alert(shipment=shipment, kind=AlertKind.DELIVERY_FAILED, fact=fact)


def _over(event: TrackingEvent) -> set[AlertKind]:
    """Any news ends the silence; goods that are let go, or at their end, are held no longer."""
    over = {AlertKind.NO_NEWS}
    if event.status == ShipmentStatus.IN_TRANSIT:
        over.add(AlertKind.PICKUP_FAILED)
    if event.trouble == Trouble.CUSTOMS_RELEASED or event.status == ShipmentStatus.OUT_FOR_DELIVERY:
        over.add(AlertKind.CUSTOMS_HOLD)
    if event.status in (ShipmentStatus.DELIVERED, ShipmentStatus.RETURNED, ShipmentStatus.CANCELLED):
        over = set(AlertKind)
    return over
