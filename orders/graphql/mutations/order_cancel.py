from typing import Any

from i18n.graphql.bounded import bounded
from marketplace.graphql import ANYONE, ID, Field, Mutation, String
from orders.graphql.access import open_order, order_for
from orders.graphql.refusals import STATE, STATE_CODES
from orders.graphql.types.order import Order
from orders.lifecycle.cancel import cancel_order


class OrderCancel(Mutation):
    """Call a whole order off, as its buyer or as staff, before any seller packs. What was paid is paid back."""

    class Arguments:
        id = ID(required=True)
        token = String(description="For who is not signed in.")
        reason = String()

    class Meta:
        access = ANYONE
        error_codes = STATE_CODES
        known_errors = STATE
        cost = 10

    order = Field(Order)

    @classmethod
    def perform(cls, info: Any, *, id: str, token: str | None = None, reason: str | None = None) -> dict[str, Any]:
        order, by = order_for(info, id, token)
        canceled = cancel_order(order_id=order.pk, by=by, reason=bounded(reason or "", "reason", 1000))
        return {"order": open_order(info, canceled)}
