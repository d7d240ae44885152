from typing import Any

from i18n.graphql.bounded import needed
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.graphql import ID, Field, Mutation, String, permission
from orders.graphql.access import ORDERS_MANAGE, seller_order_for
from orders.graphql.refusals import PAID
from orders.graphql.types.seller_order import SellerOrder
from orders.payments.send_refund import mark_refund_sent


class SellerOrderMarkRefundSent(Mutation):
    """The price of a cancelled part was sent back by bank transfer. Saying it twice is saying it once."""

    class Arguments:
        id = ID(required=True)
        reference = String(required=True)

    class Meta:
        access = permission(ORDERS_MANAGE)
        error_codes = ("UNKNOWN_GATEWAY", "NOTHING_TO_PAY", "ALREADY_PAID", "NO_REFUND")
        known_errors = PAID
        cost = 10

    seller_order = Field(SellerOrder)

    @classmethod
    def perform(cls, info: Any, *, id: str, reference: str) -> dict[str, Any]:
        part, _by = seller_order_for(info, id)
        text = needed(reference, "reference", 100)
        part = mark_refund_sent(seller_order_id=part.pk, reference=text, by=signed_in_user(info))
        return {"seller_order": part}
