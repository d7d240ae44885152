from typing import Any

from i18n.graphql.bounded import needed
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.graphql import ID, Field, Mutation, String, permission
from orders.graphql.access import ORDERS_MANAGE, open_order, order_for
from orders.graphql.refusals import PAID
from orders.graphql.types.order import Order
from orders.payments.mark_as_paid import mark_as_paid


class OrderMarkAsPaid(Mutation):
    """A bank transfer arrived, under the reference the bank gives it. Saying it twice is saying it once."""

    class Arguments:
        id = ID(required=True)
        reference = String(required=True, description="Of the statement's entry: it tells one transfer from another.")

    class Meta:
        access = permission(ORDERS_MANAGE)
        creates = True
        error_codes = ("UNKNOWN_GATEWAY", "NOTHING_TO_PAY", "ALREADY_PAID", "NO_REFUND")
        known_errors = PAID
        cost = 10

    order = Field(Order)

    @classmethod
    def perform(cls, info: Any, *, id: str, reference: str) -> dict[str, Any]:
        order, _by = order_for(info, id)
        text = needed(reference, "reference", 100)
        return {"order": open_order(info, mark_as_paid(order_id=order.pk, reference=text, by=signed_in_user(info)))}
