"""What left of an order, in the API."""

from typing import Any
from uuid import UUID

from django.db.models import prefetch_related_objects

from logistics.graphql.types.shipment import Shipment
from logistics.graphql.withheld import withhold_documents
from logistics.shipments.shipment import Shipment as ShipmentRow
from marketplace.graphql import (
    ID,
    DateTime,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
    batch,
    related,
    related_list,
)
from orders.fulfillment.fulfillment import Fulfillment as FulfillmentRow
from orders.fulfillment.fulfillment import FulfillmentKind as Kind
from orders.fulfillment.fulfillment import FulfillmentLine as FulfillmentLineRow
from orders.fulfillment.fulfillment import FulfillmentStatus as FulfillmentState
from orders.graphql.access import ORDERS_MANAGE, seller_roles
from orders.graphql.types.order_line import THROUGH_ITS_ORDER, OrderLine
from orders.payments.paid import owing_for_documents

FulfillmentStatus = Enum.from_enum(
    FulfillmentState, name="FulfillmentStatus", description="Whether goods that left have arrived."
)

FulfillmentKind = Enum.from_enum(
    Kind, name="FulfillmentKind", description="Goods as ordered, or in place of goods that came back."
)


class FulfillmentLine(ObjectType):
    """So many of a line."""

    class Meta:
        access = THROUGH_ITS_ORDER

    id = Field(ID, required=True)
    order_line = Field(OrderLine, required=True)
    quantity = Field(Int, required=True)

    resolve_order_line = related("order_line")


class Fulfillment(ObjectType):
    """Goods that left together."""

    class Meta:
        access = THROUGH_ITS_ORDER

    id = Field(ID, required=True)
    status = Field(FulfillmentStatus, required=True)
    kind = Field(FulfillmentKind, required=True)
    created = Field(DateTime, required=True)
    lines = Field(List(NonNull(FulfillmentLine)), required=True)
    shipment = Field(Shipment, required=True)
    tracking_number = Field(String, required=True, description="Of its shipment; empty where the carrier gives none.")

    resolve_created = attribute("created_at")

    @staticmethod
    @batch
    def resolve_shipment(rows: list[FulfillmentRow], info: Any) -> list[ShipmentRow]:
        """The papers are withheld from a buyer who owes a balance against them, not from the seller and staff."""
        prefetch_related_objects(rows, "shipment", "seller_order")
        withhold_documents(info.context, _owing(rows, info))
        return [row.shipment for row in rows]

    @staticmethod
    @batch
    def resolve_tracking_number(rows: list[FulfillmentRow], info: Any) -> list[str]:
        prefetch_related_objects(rows, "shipment")
        return [row.shipment.tracking_number for row in rows]

    resolve_lines = related_list(lambda _info: FulfillmentLineRow.objects.order_by("id"), by="fulfillment_id")


def _owing(rows: list[FulfillmentRow], info: Any) -> set[UUID]:
    if info.context.actor.has_permission(ORDERS_MANAGE):
        return set()
    mine = seller_roles(info)
    bought = [row for row in rows if row.seller_order.seller_id not in mine]
    owing = owing_for_documents({row.seller_order.order_id for row in bought}) if bought else set()
    return {row.shipment_id for row in bought if row.seller_order.order_id in owing}
