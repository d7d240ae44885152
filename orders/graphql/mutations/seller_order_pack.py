from typing import Any

from marketplace.graphql import ID, SIGNED_IN, Field, Mutation
from orders.fulfillment.pack import pack_seller_order
from orders.graphql.access import seller_order_for
from orders.graphql.refusals import STATE, STATE_CODES
from orders.graphql.types.seller_order import SellerOrder


class SellerOrderPack(Mutation):
    """Begin to pack, as a member of the seller or as staff: from now on the order cannot be cancelled."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        error_codes = STATE_CODES
        known_errors = STATE
        cost = 10

    seller_order = Field(SellerOrder)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        part, by = seller_order_for(info, id)
        return {"seller_order": pack_seller_order(seller_order_id=part.pk, by=by)}
