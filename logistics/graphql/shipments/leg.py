"""Legs in the API."""

from typing import Any

from i18n.messages import gettext
from logistics.graphql.shipments.place import GeoPoint, Spot, TransportPlace, points_of, spot
from logistics.graphql.shipments.words import MODE_WORDS
from logistics.graphql.through import THROUGH_ITS_ORDER
from logistics.shipments.legs.leg import LegContainer
from logistics.shipments.legs.leg import ShipmentLeg as LegRow
from logistics.shipments.legs.mode import LegMode
from marketplace.graphql import ID, DateTime, Enum, Field, Int, List, NonNull, ObjectType, String, batch, to_global_id

ShipmentLegMode = Enum.from_enum(
    LegMode, name="ShipmentLegMode", description="By what goods travel. `PARCEL` is never planned by people."
)


class ShipmentLeg(ObjectType):
    """From one place to the next by one means. A shipment nobody planned legs for has one, without an id."""

    class Meta:
        access = THROUGH_ITS_ORDER

    id = Field(ID)
    number = Field(Int, required=True)
    mode = Field(ShipmentLegMode, required=True)
    mode_display = Field(String, required=True)
    origin = Field(TransportPlace, required=True)
    destination = Field(TransportPlace, required=True)
    carrier_name = Field(String, required=True)
    reference = Field(String, required=True, description="The carrier's number of the booking.")
    transport_document = Field(String, required=True, description="Bill of lading or air waybill.")
    vessel_name = Field(String, required=True)
    vessel_imo = Field(String, required=True)
    voyage = Field(String, required=True)
    planned_departure = Field(DateTime)
    estimated_departure = Field(DateTime)
    actual_departure = Field(DateTime)
    planned_arrival = Field(DateTime)
    estimated_arrival = Field(DateTime)
    actual_arrival = Field(DateTime)
    departure = Field(DateTime, description="The best that is known.")
    arrival = Field(DateTime, description="The best that is known.")
    containers = Field(List(NonNull(String)), required=True, description="Numbers of ISO 6346.")
    path = Field(
        List(NonNull(GeoPoint)), required=True, size=30, description="The usual line between both, to draw it."
    )

    @staticmethod
    def resolve_id(leg: LegRow, info: Any) -> str | None:
        return to_global_id("ShipmentLeg", leg.pk) if leg.pk else None

    @staticmethod
    def resolve_mode_display(leg: LegRow, info: Any) -> str:
        return gettext(info.context.language, MODE_WORDS[leg.mode])

    @staticmethod
    def resolve_origin(leg: LegRow, info: Any) -> Spot:
        return spot(leg.from_place, leg.from_code)

    @staticmethod
    def resolve_destination(leg: LegRow, info: Any) -> Spot:
        return spot(leg.to_place, leg.to_code)

    @staticmethod
    def resolve_path(leg: LegRow, info: Any) -> list[dict[str, float]]:
        return points_of(leg)

    @staticmethod
    @batch
    def resolve_containers(legs: list[LegRow], info: Any) -> list[list[str]]:
        found: dict[int, list[str]] = {leg.pk: [] for leg in legs if leg.pk}
        rows = LegContainer.objects.filter(leg_id__in=found).order_by("number")
        for leg_id, number in rows.values_list("leg_id", "number"):
            found[leg_id].append(number)
        return [found.get(leg.pk, []) for leg in legs]
