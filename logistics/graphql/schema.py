"""Logistics' part of the public API."""

from typing import Any

from logistics.graphql.access import find_shipment
from logistics.graphql.landed_cost_query import LandedCostLineInput, landed_cost_of
from logistics.graphql.mutations.shipment_event_add import ShipmentEventAdd
from logistics.graphql.types.landed_cost import LandedCostEstimate
from logistics.graphql.types.shipment import Shipment
from logistics.landed_cost import LandedCost
from logistics.shipments.shipment import Shipment as ShipmentRow
from marketplace.graphql import ANYONE, ID, SIGNED_IN, Field, List, NonNull, ObjectType, String


class LogisticsQueries(ObjectType):
    """What goods cost at the buyer's door, and where they are."""

    landed_cost_estimate = Field(
        LandedCostEstimate,
        required=True,
        channel=String(required=True, description="The market's slug."),
        lines=List(NonNull(LandedCostLineInput), required=True),
        country=String(required=True, description="ISO 3166-1 alpha-2; one the market delivers to."),
        postal_code=String(),
        access=ANYONE,
        cost=20,
        description="What goods will probably cost a private buyer at the door; delivery is the cheapest there is.",
    )
    shipment = Field(
        Shipment,
        id=ID(required=True),
        access=SIGNED_IN,
        description="For the people of its seller and for staff; buyers reach it through their order.",
    )

    @staticmethod
    def resolve_landed_cost_estimate(root: Any, info: Any, **arguments: Any) -> LandedCost:
        return landed_cost_of(info, **arguments)

    @staticmethod
    def resolve_shipment(root: Any, info: Any, id: str) -> ShipmentRow | None:
        return find_shipment(info, id)


class LogisticsMutations(ObjectType):
    """Following shipments."""

    shipment_event_add = ShipmentEventAdd.Field()
