"""``estimate_arrival``: somebody says when a shipment will be there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from logistics.shipments.alerts.alert import AlertKind
from logistics.shipments.alerts.raise_alert import end_alerts, raise_alert
from logistics.shipments.arrival.estimate import ArrivalEstimate, EstimateSource
from logistics.shipments.locks import lock_shipment
from logistics.shipments.shipment import Shipment
from logistics.shipments.status import FINAL

if TYPE_CHECKING:
    from marketplace.accounts.models import User


def estimate_arrival(
    *, shipment: Shipment, expected_on: date, source: EstimateSource, note: str = "", by: User | None = None
) -> ArrivalEstimate | None:
    """Keep the day, who said it and when; a day beyond the promise is an alert, one within it ends the alert.

    The first day ever said is the promise where the buyer was told none. The day that is expected already, and a
    shipment at its end, change nothing: ``None``.
    """
    with transaction.atomic():
        locked = lock_shipment(shipment.pk)
        if locked.status in FINAL or locked.estimated_delivery == expected_on:
            return None
        said = ArrivalEstimate.objects.create(
            shipment=locked, expected_on=expected_on, source=source, note=note[:300], said_by=by
        )
        locked.estimated_delivery = expected_on
        locked.promised_delivery = locked.promised_delivery or expected_on
        locked.save(update_fields=["estimated_delivery", "promised_delivery"])
        _compare(locked, expected_on, locked.promised_delivery)
    shipment.refresh_from_db()
    return said


def _compare(shipment: Shipment, expected_on: date, promised: date) -> None:
    if expected_on > promised:
        raise_alert(shipment=shipment, kind=AlertKind.DELAYED, fact=f"expected {expected_on.isoformat()}")
    else:
        end_alerts(shipment=shipment, kinds=[AlertKind.DELAYED])
