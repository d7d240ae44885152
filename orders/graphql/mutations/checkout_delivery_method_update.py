from typing import Any

from marketplace.graphql import ANYONE, ID, Field, Mutation, integer_key
from orders.checkout.choose_delivery import choose_delivery
from orders.graphql.access import checkout_key
from orders.graphql.open_checkout import opened
from orders.graphql.refusals import CHECKOUT
from orders.graphql.types.checkout import Checkout


class CheckoutDeliveryMethodUpdate(Mutation):
    """Choose how one seller's goods travel."""

    class Arguments:
        id = ID(required=True)
        seller_id = ID(required=True)
        delivery_method_id = ID(required=True)

    class Meta:
        access = ANYONE
        error_codes = ()
        known_errors = CHECKOUT
        cost = 10

    checkout = Field(Checkout)

    @classmethod
    def perform(cls, info: Any, *, id: str, seller_id: str, delivery_method_id: str) -> dict[str, Any]:
        checkout = choose_delivery(
            checkout_id=checkout_key(info, id),
            seller_id=integer_key(seller_id, "Seller", field="seller_id"),
            method_id=delivery_method_id,
            now=info.context.now,
        )
        return {"checkout": opened(info, checkout)}
