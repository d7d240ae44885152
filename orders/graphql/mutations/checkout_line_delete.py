from typing import Any

from marketplace.graphql import ANYONE, ID, Field, integer_key
from orders.checkout.lines import delete_line
from orders.graphql.access import checkout_key
from orders.graphql.named_checkout import CheckoutMutation
from orders.graphql.open_checkout import opened
from orders.graphql.refusals import CHECKOUT, CheckoutError
from orders.graphql.types.checkout import Checkout


class CheckoutLineDelete(CheckoutMutation):
    """Take a line out of a basket and give its stock back."""

    class Arguments:
        line_id = ID()

    class Meta:
        access = ANYONE
        error_type = CheckoutError
        known_errors = CHECKOUT
        cost = 10

    checkout = Field(Checkout)

    @classmethod
    def perform(cls, info: Any, *, id: str, line_id: str | None = None) -> dict[str, Any]:
        line = integer_key(line_id or "", "CheckoutLine", field="line_id")
        checkout = delete_line(checkout_id=checkout_key(info, id), line_id=line, now=info.context.now)
        return {"checkout": opened(info, checkout)}
