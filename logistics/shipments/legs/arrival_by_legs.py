"""``expect_by_legs``: what the legs say by now of the arrival, kept as an estimate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from i18n.today import day_here
from logistics.shipments.arrival.estimate import EstimateSource
from logistics.shipments.arrival.estimate_arrival import estimate_arrival
from logistics.shipments.legs.expected_arrival import expected_arrival
from logistics.shipments.legs.leg import ShipmentLeg
from logistics.shipments.shipment import Shipment

if TYPE_CHECKING:
    from marketplace.accounts.models import User


def expect_by_legs(*, shipment: Shipment, source: EstimateSource, note: str = "", by: User | None = None) -> None:
    """Nothing where the last leg has no time yet; the day that is expected already changes nothing."""
    moment = expected_arrival(list(ShipmentLeg.objects.filter(shipment=shipment)))
    if moment is not None:
        estimate_arrival(shipment=shipment, expected_on=day_here(moment), source=source, note=note, by=by)
