from typing import Any

from i18n.graphql.bounded import bounded
from marketplace.graphql import ANYONE, Field, String
from orders.checkout.details import set_note
from orders.graphql.access import checkout_key
from orders.graphql.named_checkout import CheckoutMutation
from orders.graphql.open_checkout import opened
from orders.graphql.refusals import CHECKOUT, CheckoutError
from orders.graphql.types.checkout import Checkout


class CheckoutNoteUpdate(CheckoutMutation):
    """A word to the sellers, and the number the buyer's own books know the order by."""

    class Arguments:
        note = String()
        purchase_order_number = String()

    class Meta:
        access = ANYONE
        error_type = CheckoutError
        known_errors = CHECKOUT
        cost = 10

    checkout = Field(Checkout)

    @classmethod
    def perform(
        cls, info: Any, *, id: str, note: str | None = None, purchase_order_number: str | None = None
    ) -> dict[str, Any]:
        checkout = set_note(
            checkout_id=checkout_key(info, id),
            note=bounded(note or "", "note", 2000),
            purchase_order_number=bounded(purchase_order_number or "", "purchase_order_number", 60),
            now=info.context.now,
        )
        return {"checkout": opened(info, checkout)}
