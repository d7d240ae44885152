"""A shipment on its way: a leg, what a line told of it, an alert, and the line's subscription."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from i18n.today import today_here
from logistics.models import FreightEvent, FreightSubscription, ShipmentAlert
from logistics.shipments.arrival.estimate import EstimateSource
from logistics.shipments.arrival.estimate_arrival import estimate_arrival
from logistics.shipments.legs.leg_data import LegData
from logistics.shipments.legs.plan_leg import add_leg
from logistics.shipments.shipment import Shipment


def on_its_way(shipment: Shipment) -> dict[str, Any]:
    return {
        "leg": add_leg(shipment=shipment, data=LegData("BARGE", from_code="VNBDG", to_code="VNCMT")),
        "alert": ShipmentAlert.objects.create(shipment=shipment, kind="NO_NEWS", fact="since yesterday"),
        "freight_event": _told(shipment, "e-1"),
        "freight_subscription": subscribe(shipment.seller_id),
    }


def subscribe(seller_id: int, line: str = "Sample Line") -> FreightSubscription:
    return FreightSubscription.objects.create(seller_id=seller_id, carrier_name=line, secret="of-the-world")


def more_on_its_way(shipment: Shipment, number: int) -> None:
    """Another leg with two containers, another event, alert and estimate of ``shipment``; another line that tells."""
    planned = LegData("VESSEL", from_code="VNCMT", to_code="NLRTM", containers=("CSQU3054383", "MSCU6639870"))
    add_leg(shipment=shipment, data=planned)
    ShipmentAlert.objects.create(shipment=shipment, kind="NO_NEWS", fact=f"{number}", ended_at=timezone.now())
    _told(shipment, f"more-{number}")
    day = today_here() + timedelta(days=30 + number)
    estimate_arrival(shipment=shipment, expected_on=day, source=EstimateSource.SELLER)
    subscribe(shipment.seller_id, f"Line {number}")


def _told(shipment: Shipment, event_id: str) -> FreightEvent:
    now = timezone.now()
    return FreightEvent.objects.create(
        shipment=shipment, event_id=event_id, event_type="TRANSPORT", classifier="EST", code="ARRI", occurred_at=now,
        created_at=now, place_code="VNCMT", raw={},
    )  # fmt: skip
