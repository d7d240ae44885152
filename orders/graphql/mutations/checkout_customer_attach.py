from typing import Any

from marketplace.accounts.graphql.access import signed_in_user
from marketplace.graphql import SIGNED_IN, Field
from orders.checkout.merge import merge_into_account
from orders.graphql.access import checkout_key
from orders.graphql.named_checkout import CheckoutMutation
from orders.graphql.open_checkout import opened
from orders.graphql.refusals import CHECKOUT, CheckoutError
from orders.graphql.types.checkout import Checkout


class CheckoutCustomerAttach(CheckoutMutation):
    """The basket belongs to the caller's account from now on: nobody else opens it, even with its id.

    What lay in an earlier basket of the account in this market is added to it.
    """

    class Meta:
        access = SIGNED_IN
        error_type = CheckoutError
        known_errors = CHECKOUT
        cost = 10

    checkout = Field(Checkout)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        key, user = checkout_key(info, id), signed_in_user(info)
        checkout = merge_into_account(checkout_id=key, user=user, now=info.context.now)
        return {"checkout": opened(info, checkout)}
