from typing import Any

from marketplace.graphql import ANYONE, Field, List, NonNull
from orders.checkout.lines import add_lines
from orders.graphql.access import checkout_key
from orders.graphql.inputs.checkout_lines import CheckoutLineInput, wanted_lines
from orders.graphql.named_checkout import CheckoutMutation
from orders.graphql.open_checkout import opened
from orders.graphql.refusals import LINE_CODES, LINES, CheckoutError
from orders.graphql.types.checkout import Checkout


class CheckoutLinesAdd(CheckoutMutation):
    """Add pieces to a basket and reserve them: all lines or none."""

    class Arguments:
        lines = List(NonNull(CheckoutLineInput), required=True)

    class Meta:
        access = ANYONE
        creates = True
        error_type = CheckoutError
        error_codes = LINE_CODES
        known_errors = LINES
        cost = 10

    checkout = Field(Checkout)

    @classmethod
    def perform(cls, info: Any, *, id: str, lines: list[Any]) -> dict[str, Any]:
        checkout = add_lines(checkout_id=checkout_key(info, id), wanted=wanted_lines(lines), now=info.context.now)
        return {"checkout": opened(info, checkout)}
