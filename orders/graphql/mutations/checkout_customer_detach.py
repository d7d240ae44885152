from typing import Any

from marketplace.graphql import SIGNED_IN, Field
from orders.checkout.details import detach_customer
from orders.graphql.access import checkout_key
from orders.graphql.named_checkout import CheckoutMutation
from orders.graphql.open_checkout import opened
from orders.graphql.refusals import CHECKOUT, CheckoutError
from orders.graphql.types.checkout import Checkout


class CheckoutCustomerDetach(CheckoutMutation):
    """The basket belongs to no account any more: whoever has its id opens it again."""

    class Meta:
        access = SIGNED_IN
        error_type = CheckoutError
        known_errors = CHECKOUT
        cost = 10

    checkout = Field(Checkout)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        checkout = detach_customer(checkout_id=checkout_key(info, id), now=info.context.now)
        return {"checkout": opened(info, checkout)}
