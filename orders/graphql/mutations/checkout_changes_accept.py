import decimal
from typing import Any

from marketplace.graphql import ANYONE, ID, Decimal, Field, Mutation
from orders.checkout.accept_changes import accept_changes
from orders.graphql.access import checkout_key
from orders.graphql.open_checkout import opened
from orders.graphql.refusals import CHANGED, CHECKOUT
from orders.graphql.types.checkout import Checkout


class CheckoutChangesAccept(Mutation):
    """The buyer has seen which prices changed and goes on: the problems PRICE_CHANGED and DELIVERY_PRICE_CHANGED end.

    A total other than the accepted one is refused with PRICE_CHANGED: something changed once more.
    """

    class Arguments:
        id = ID(required=True)
        accepted_total = Decimal(required=True, description="The gross total that the buyer was shown.")

    class Meta:
        access = ANYONE
        error_codes = ("PRICE_CHANGED",)
        known_errors = {**CHECKOUT, **CHANGED}
        cost = 10

    checkout = Field(Checkout)

    @classmethod
    def perform(cls, info: Any, *, id: str, accepted_total: decimal.Decimal) -> dict[str, Any]:
        checkout = accept_changes(
            checkout_id=checkout_key(info, id), accepted_total=accepted_total, now=info.context.now
        )
        return {"checkout": opened(info, checkout)}
