"""A shipment on its way: a leg, what a line told of it, an alert, and the line's subscription."""

from typing import Any

from django.utils import timezone

from logistics.models import FreightEvent, FreightSubscription, ShipmentAlert
from logistics.shipments.legs.leg_data import LegData
from logistics.shipments.legs.plan_leg import add_leg
from logistics.shipments.shipment import Shipment


def on_its_way(shipment: Shipment) -> dict[str, Any]:
    now = timezone.now()
    return {
        "leg": add_leg(shipment=shipment, data=LegData("BARGE", from_code="VNBDG", to_code="VNCMT")),
        "alert": ShipmentAlert.objects.create(shipment=shipment, kind="NO_NEWS", fact="since yesterday"),
        "freight_event": FreightEvent.objects.create(
            shipment=shipment, event_id="e-1", event_type="TRANSPORT", classifier="EST", code="ARRI", occurred_at=now,
            created_at=now, place_code="VNCMT", raw={},
        ),
        "freight_subscription": FreightSubscription.objects.create(
            seller_id=shipment.seller_id, carrier_name="Sample Line", secret="of-the-world"
        ),
    }  # fmt: skip
