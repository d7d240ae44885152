from typing import Any

from marketplace.graphql import ANYONE, Field, List, NonNull
from orders.checkout.lines import update_lines
from orders.graphql.access import checkout_key
from orders.graphql.inputs.checkout_lines import CheckoutLineUpdateInput, wanted_updates
from orders.graphql.named_checkout import CheckoutMutation
from orders.graphql.open_checkout import opened
from orders.graphql.refusals import LINE_CODES, LINES, CheckoutError
from orders.graphql.types.checkout import Checkout


class CheckoutLinesUpdate(CheckoutMutation):
    """Set quantities in a basket; 0 takes a line out. All lines or none."""

    class Arguments:
        lines = List(NonNull(CheckoutLineUpdateInput), required=True)

    class Meta:
        access = ANYONE
        error_type = CheckoutError
        error_codes = LINE_CODES
        known_errors = LINES
        cost = 10

    checkout = Field(Checkout)

    @classmethod
    def perform(cls, info: Any, *, id: str, lines: list[Any]) -> dict[str, Any]:
        key = checkout_key(info, id)
        wanted = wanted_updates(lines, checkout_id=key)
        checkout = update_lines(checkout_id=key, wanted=wanted, now=info.context.now)
        return {"checkout": opened(info, checkout)}
