"""``shipmentLegAdd``, ``shipmentLegUpdate`` and ``shipmentLegRemove``."""

from typing import Any

from i18n.graphql.bounded import bounded
from i18n.messages import gettext_noop as _
from logistics.graphql.access import shipment_for_member
from logistics.graphql.shipments.leg import ShipmentLegMode
from logistics.graphql.shipments.refusals import LEG
from logistics.graphql.types.shipment import Shipment
from logistics.shipments.legs.leg import ShipmentLeg
from logistics.shipments.legs.leg_data import LegData
from logistics.shipments.legs.plan_leg import add_leg, change_leg, remove_leg
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    DateTime,
    Field,
    InputError,
    InputObjectType,
    Int,
    List,
    Mutation,
    NonNull,
    String,
    integer_key,
)
from marketplace.sellers.membership import sellers_of

TEXTS = {"from_place": 120, "from_code": 10, "to_place": 120, "to_code": 10, "carrier_name": 80, "reference": 60,
         "transport_document": 60, "vessel_name": 80, "vessel_imo": 20, "voyage": 40}  # fmt: skip
TIMES = ("planned_departure", "estimated_departure", "actual_departure",
         "planned_arrival", "estimated_arrival", "actual_arrival")  # fmt: skip


class ShipmentLegInput(InputObjectType):
    """The whole leg: what is left out is empty. A place may be told by its code alone."""

    mode = ShipmentLegMode(required=True)
    from_place = String()
    from_code = String(description="UN/LOCODE.")
    to_place = String()
    to_code = String(description="UN/LOCODE.")
    carrier_name = String()
    reference = String(description="The carrier's number of the booking.")
    transport_document = String(description="Bill of lading; for a leg by air the air waybill.")
    vessel_name = String()
    vessel_imo = String(description="Seven digits.")
    voyage = String()
    planned_departure = DateTime()
    estimated_departure = DateTime()
    actual_departure = DateTime(description="Not taken back once it is said.")
    planned_arrival = DateTime()
    estimated_arrival = DateTime()
    actual_arrival = DateTime(description="Not taken back once it is said.")
    containers = List(NonNull(String), description="Numbers of ISO 6346.")


class ShipmentLegAdd(Mutation):
    """Plan a leg of a shipment of the caller's seller."""

    class Arguments:
        id = ID(required=True, description="The shipment.")
        input = ShipmentLegInput(required=True)
        after = Int(description="Behind the leg of this number; 0 for before all. Left out: at the end.")

    class Meta:
        access = SIGNED_IN
        creates = True
        known_errors = LEG

    shipment = Field(Shipment)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any, after: int | None = None) -> dict[str, Any]:
        shipment = shipment_for_member(info, id)
        add_leg(
            shipment=shipment, data=_data(input), by=info.context.actor, after=None if after is None else max(0, after)
        )
        shipment.refresh_from_db()
        return {"shipment": shipment}


class ShipmentLegUpdate(Mutation):
    """Correct a leg, or say when it left and arrived. What is expected and what happened become events."""

    class Arguments:
        id = ID(required=True, description="The leg.")
        input = ShipmentLegInput(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = LEG

    shipment = Field(Shipment)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        leg = _leg_for_member(info, id)
        change_leg(leg=leg, data=_data(input), by=info.context.actor)
        leg.shipment.refresh_from_db()
        return {"shipment": leg.shipment}


class ShipmentLegRemove(Mutation):
    """Take a leg out of the plan; one that has begun stays."""

    class Arguments:
        id = ID(required=True, description="The leg.")

    class Meta:
        access = SIGNED_IN
        known_errors = LEG

    shipment = Field(Shipment)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        leg = _leg_for_member(info, id)
        remove_leg(leg=leg, by=info.context.actor)
        leg.shipment.refresh_from_db()
        return {"shipment": leg.shipment}


def _leg_for_member(info: Any, global_id: str) -> ShipmentLeg:
    """The leg for the people of its shipment's seller; NOT_FOUND for everybody else."""
    key = integer_key(global_id, "ShipmentLeg", field="id")
    leg = ShipmentLeg.objects.select_related("shipment").filter(pk=key).first()
    if leg is None or leg.shipment.seller_id not in sellers_of(info.context.actor):
        raise InputError(_("There is no such leg."), field="id", code="NOT_FOUND")
    return leg


def _data(given: Any) -> LegData:
    texts: dict[str, Any] = {name: bounded(given.get(name) or "", name, longest) for name, longest in TEXTS.items()}
    times = {name: given.get(name) for name in TIMES}
    containers = tuple(bounded(number, "containers", 20) for number in given.get("containers") or ())
    return LegData(mode=str(given["mode"]), containers=containers, **texts, **times)
