from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.graphql import ANYONE, ID, Field, InputError, List, NonNull, integer_key
from orders.checkout.lines import MOST_LINES, delete_lines
from orders.graphql.access import checkout_key
from orders.graphql.named_checkout import CheckoutMutation
from orders.graphql.open_checkout import opened
from orders.graphql.refusals import CHECKOUT, CheckoutError
from orders.graphql.types.checkout import Checkout


class CheckoutLinesDelete(CheckoutMutation):
    """Take lines out of a basket and give their stock back: all of them or none."""

    class Arguments:
        lines_ids = List(NonNull(ID), required=True)

    class Meta:
        access = ANYONE
        error_type = CheckoutError
        known_errors = CHECKOUT
        cost = 10

    checkout = Field(Checkout)

    @classmethod
    def perform(cls, info: Any, *, id: str, lines_ids: list[str]) -> dict[str, Any]:
        if len(lines_ids) > MOST_LINES:
            raise InputError(_("There is no such line."), field="lines_ids", code="NOT_FOUND")
        line_ids = [integer_key(each, "CheckoutLine", field="lines_ids") for each in lines_ids]
        checkout = delete_lines(checkout_id=checkout_key(info, id), line_ids=line_ids, now=info.context.now)
        return {"checkout": opened(info, checkout)}
