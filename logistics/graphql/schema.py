"""Logistics' part of the public API."""

from typing import Any

from django.db.models import Q, QuerySet

from logistics.carriers.registry import carriers
from logistics.graphql.access import find_shipment
from logistics.graphql.carriers.schema import CarrierMutations, CarrierQueries
from logistics.graphql.customs.schema import CustomsMutations, CustomsQueries
from logistics.graphql.declarations.schema import DeclarationMutations, DeclarationQueries
from logistics.graphql.landed_cost_query import LandedCostLineInput, landed_cost_of
from logistics.graphql.mutations.shipment_event_add import ShipmentEventAdd
from logistics.graphql.origin.schema import OriginMutations, OriginQueries
from logistics.graphql.packing.schema import PackingQueries
from logistics.graphql.packs.schema import PackQueries
from logistics.graphql.rate_tables.schema import RateTablesMutations, RateTablesQueries
from logistics.graphql.shipments.schema import ShipmentMutations, ShipmentQueries
from logistics.graphql.types.carrier import Carrier
from logistics.graphql.types.landed_cost import LandedCostEstimate
from logistics.graphql.types.shipment import Shipment, ShipmentCountableConnection
from logistics.graphql.types.tracking_event import ShipmentStatus
from logistics.graphql.zones.schema import ZonesMutations, ZonesQueries
from logistics.landed_cost import LandedCost
from logistics.shipments.alerts.alert import ShipmentAlert
from logistics.shipments.shipment import Shipment as ShipmentRow
from marketplace.graphql import (
    ANYONE,
    ID,
    SIGNED_IN,
    Boolean,
    ConnectionField,
    Field,
    List,
    NonNull,
    ObjectType,
    String,
)
from marketplace.sellers.graphql.access import seller_for


class LogisticsQueries(
    CarrierQueries,
    CustomsQueries,
    OriginQueries,
    DeclarationQueries,
    ZonesQueries,
    PackingQueries,
    PackQueries,
    RateTablesQueries,
    ShipmentQueries,
    ObjectType,
):
    """What goods cost at the buyer's door, and where they are."""

    landed_cost_estimate = Field(
        LandedCostEstimate,
        required=True,
        channel=String(required=True, description="The market's slug."),
        lines=List(NonNull(LandedCostLineInput), required=True),
        country=String(required=True, description="ISO 3166-1 alpha-2; one the market delivers to."),
        postal_code=String(),
        business=Boolean(description="The buyer is a firm; a private person unless said."),
        incoterm=String(description="One of the eleven rules of Incoterms 2020; DAP unless said."),
        preference=String(description="A trade agreement whose proof of origin accompanies the goods, such as EVFTA."),
        mode=String(description="How they cross the border, where a fee asks: sea, air, rail, road, post."),
        leave_out=Boolean(description="Estimate the rest without what cannot be sent there, and name that in leftOut."),
        access=ANYONE,
        cost=20,
        description="What goods will probably cost a buyer at the door; delivery is the cheapest there is.",
    )
    shipment = Field(
        Shipment,
        id=ID(required=True),
        access=SIGNED_IN,
        description="For the people of its seller and for staff; buyers reach it through their order.",
    )

    shipments = ConnectionField(
        ShipmentCountableConnection,
        seller=ID(required=True),
        status=List(NonNull(ShipmentStatus)),
        search=String(description="Part of the order's number or of the tracking number."),
        in_trouble=Boolean(description="Only those with an alert that lasts."),
        access=SIGNED_IN,
        description="The shipments of a seller one works for, newest first.",
    )
    carriers = Field(
        List(NonNull(Carrier)),
        required=True,
        access=ANYONE,
        description="The carriers the marketplace knows; `manual` stands for any other.",
    )

    @staticmethod
    def resolve_landed_cost_estimate(root: Any, info: Any, **arguments: Any) -> LandedCost:
        return landed_cost_of(info, **arguments)

    @staticmethod
    def resolve_shipment(root: Any, info: Any, id: str) -> ShipmentRow | None:
        return find_shipment(info, id)

    @staticmethod
    def resolve_shipments(
        root: Any,
        info: Any,
        seller: str,
        status: list[Any] | None = None,
        search: str | None = None,
        in_trouble: bool | None = None,
    ) -> QuerySet[ShipmentRow]:
        found = ShipmentRow.objects.filter(seller=seller_for(info, seller, field="seller"))
        if status:
            found = found.filter(status__in=[str(each) for each in status])
        if search:
            text = search[:80]
            found = found.filter(Q(reference__icontains=text) | Q(tracking_number__icontains=text))
        if in_trouble:
            troubled = ShipmentAlert.objects.filter(ended_at__isnull=True)
            found = found.filter(pk__in=troubled.values("shipment_id"))
        return found.order_by("-created_at", "id")

    @staticmethod
    def resolve_carriers(root: Any, info: Any) -> list[dict[str, str]]:
        return [{"code": code} for code in carriers()]


class LogisticsMutations(
    CarrierMutations,
    CustomsMutations,
    OriginMutations,
    DeclarationMutations,
    ZonesMutations,
    RateTablesMutations,
    ShipmentMutations,
    ObjectType,
):
    """Following shipments."""

    shipment_event_add = ShipmentEventAdd.Field()
