from typing import Any

from marketplace.graphql import ANYONE, ID, Field, Mutation, integer_key
from orders.checkout.lines import delete_line
from orders.graphql.access import checkout_key
from orders.graphql.open_checkout import opened
from orders.graphql.refusals import CHECKOUT
from orders.graphql.types.checkout import Checkout


class CheckoutLineDelete(Mutation):
    """Take a line out of a basket and give its stock back."""

    class Arguments:
        id = ID(required=True)
        line_id = ID(required=True)

    class Meta:
        access = ANYONE
        error_codes = ()
        known_errors = CHECKOUT
        cost = 10

    checkout = Field(Checkout)

    @classmethod
    def perform(cls, info: Any, *, id: str, line_id: str) -> dict[str, Any]:
        line = integer_key(line_id, "CheckoutLine", field="line_id")
        checkout = delete_line(checkout_id=checkout_key(info, id), line_id=line, now=info.context.now)
        return {"checkout": opened(info, checkout)}
