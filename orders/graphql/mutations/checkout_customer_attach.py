from typing import Any

from marketplace.accounts.graphql.access import signed_in_user
from marketplace.graphql import SIGNED_IN, Field
from orders.checkout.details import attach_customer
from orders.graphql.access import checkout_key
from orders.graphql.named_checkout import CheckoutMutation
from orders.graphql.open_checkout import opened
from orders.graphql.refusals import CHECKOUT, CheckoutError
from orders.graphql.types.checkout import Checkout


class CheckoutCustomerAttach(CheckoutMutation):
    """The basket belongs to the caller's account from now on: nobody else opens it, even with its id."""

    class Meta:
        access = SIGNED_IN
        error_type = CheckoutError
        known_errors = CHECKOUT
        cost = 10

    checkout = Field(Checkout)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        checkout = attach_customer(checkout_id=checkout_key(info, id), user=signed_in_user(info), now=info.context.now)
        return {"checkout": opened(info, checkout)}
