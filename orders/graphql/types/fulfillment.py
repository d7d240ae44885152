"""What left of an order, in the API."""

from logistics.graphql.types.shipment import Shipment
from marketplace.graphql import (
    ID,
    DateTime,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    attribute,
    related,
    related_list,
)
from orders.fulfillment.fulfillment import FulfillmentLine as FulfillmentLineRow
from orders.fulfillment.fulfillment import FulfillmentStatus as FulfillmentState
from orders.graphql.types.order_line import THROUGH_ITS_ORDER, OrderLine

FulfillmentStatus = Enum.from_enum(
    FulfillmentState, name="FulfillmentStatus", description="Whether goods that left have arrived."
)


class FulfillmentLine(ObjectType):
    """So many of a line."""

    class Meta:
        access = THROUGH_ITS_ORDER

    order_line = Field(OrderLine, required=True)
    quantity = Field(Int, required=True)

    resolve_order_line = related("order_line")


class Fulfillment(ObjectType):
    """Goods that left together."""

    class Meta:
        access = THROUGH_ITS_ORDER

    id = Field(ID, required=True)
    status = Field(FulfillmentStatus, required=True)
    created = Field(DateTime, required=True)
    lines = Field(List(NonNull(FulfillmentLine)), required=True)
    shipment = Field(Shipment, required=True)

    resolve_created = attribute("created_at")
    resolve_shipment = related("shipment")
    resolve_lines = related_list(lambda _info: FulfillmentLineRow.objects.order_by("id"), by="fulfillment_id")
