from typing import Any

from i18n.graphql.bounded import needed
from marketplace.graphql import ID, SIGNED_IN, Field, Mutation, String
from marketplace.sellers.member import MemberRole
from orders.graphql.access import seller_order_for
from orders.graphql.refusals import STATE, STATE_CODES
from orders.graphql.types.seller_order import SellerOrder
from orders.lifecycle.cancel import cancel_seller_order


class SellerOrderCancel(Mutation):
    """Call a seller's part off before it is packed, as its owner or manager or as staff; the buyer reads the reason."""

    class Arguments:
        id = ID(required=True)
        reason = String(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = STATE_CODES
        known_errors = STATE
        cost = 10

    seller_order = Field(SellerOrder)

    @classmethod
    def perform(cls, info: Any, *, id: str, reason: str) -> dict[str, Any]:
        part, by = seller_order_for(info, id, MemberRole.MANAGER)
        text = needed(reason, "reason", 1000)
        part = cancel_seller_order(seller_order_id=part.pk, by=by, reason=text)
        return {"seller_order": part}
