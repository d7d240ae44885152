from typing import Any

from marketplace.graphql import ANYONE, Field, String
from orders.checkout.details import set_email
from orders.graphql.access import checkout_key
from orders.graphql.named_checkout import CheckoutMutation
from orders.graphql.open_checkout import opened
from orders.graphql.refusals import CHECKOUT, CheckoutError
from orders.graphql.types.checkout import Checkout


class CheckoutEmailUpdate(CheckoutMutation):
    """Say where the confirmation goes."""

    class Arguments:
        email = String(required=True)

    class Meta:
        access = ANYONE
        error_type = CheckoutError
        known_errors = CHECKOUT
        cost = 10

    checkout = Field(Checkout)

    @classmethod
    def perform(cls, info: Any, *, id: str, email: str) -> dict[str, Any]:
        checkout = set_email(checkout_id=checkout_key(info, id), email=email, now=info.context.now)
        return {"checkout": opened(info, checkout)}
