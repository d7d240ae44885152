"""``shipmentCancel`` and ``shipmentRebook``."""

from typing import Any

from i18n.graphql.bounded import bounded
from logistics.carriers.registry import carriers
from logistics.graphql.access import shipment_for_member
from logistics.graphql.shipments.refusals import BOOKING
from logistics.graphql.types.shipment import Shipment
from logistics.shipments.booking.cancel_shipment import cancel_shipment
from logistics.shipments.booking.rebook_shipment import rebook_shipment
from marketplace.graphql import ID, SIGNED_IN, Field, InputObjectType, Mutation, String

MANUAL = "manual"


class ShipmentRebookInput(InputObjectType):
    """Who takes the goods instead."""

    carrier = String(required=True, description="The code of a connected carrier, or the name of any other.")
    service = String(description="The connected carrier's code of its service.")
    tracking_number = String(description="Where the seller has booked it with the carrier already.")


class ShipmentCancel(Mutation):
    """Call a shipment off with its carrier, as long as the goods are here. `shipmentRebook` begins it anew."""

    class Arguments:
        id = ID(required=True)
        reason = String()

    class Meta:
        access = SIGNED_IN
        atomic = False  # what the carrier was told cannot be rolled back
        error_codes = ("CARRIER_UNAVAILABLE",)
        known_errors = BOOKING

    shipment = Field(Shipment)

    @classmethod
    def perform(cls, info: Any, *, id: str, reason: str | None = None) -> dict[str, Any]:
        shipment = shipment_for_member(info, id)
        cancel_shipment(shipment=shipment, note=bounded(reason or "", "reason", 500), by=info.context.actor)
        return {"shipment": shipment}


class ShipmentRebook(Mutation):
    """Let another carrier, or another service, take the goods; the present booking is called off."""

    class Arguments:
        id = ID(required=True)
        input = ShipmentRebookInput(required=True)

    class Meta:
        access = SIGNED_IN
        atomic = False  # what the carrier was told cannot be rolled back
        error_codes = ("CARRIER_UNAVAILABLE",)
        known_errors = BOOKING

    shipment = Field(Shipment)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        shipment = shipment_for_member(info, id)
        name = bounded(input["carrier"], "carrier", 80)
        known = name in carriers()
        rebook_shipment(
            shipment=shipment,
            carrier=name if known else MANUAL,
            carrier_name="" if known else name,
            service=bounded(input.get("service") or "", "service", 60),
            tracking_number=bounded(input.get("tracking_number") or "", "tracking_number", 80),
            by=info.context.actor,
        )
        return {"shipment": shipment}
