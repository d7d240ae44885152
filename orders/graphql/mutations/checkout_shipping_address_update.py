from typing import Any

from marketplace.accounts.graphql.types.address import AddressInput, to_address_data
from marketplace.graphql import ANYONE, ID, Field, Mutation
from orders.checkout.addresses import set_shipping_address
from orders.graphql.access import checkout_key
from orders.graphql.open_checkout import opened
from orders.graphql.refusals import ADDRESS, ADDRESS_CODES
from orders.graphql.types.checkout import Checkout


class CheckoutShippingAddressUpdate(Mutation):
    """Say where the goods go: an address of a country the market delivers to."""

    class Arguments:
        id = ID(required=True)
        shipping_address = AddressInput(required=True)

    class Meta:
        access = ANYONE
        error_codes = ADDRESS_CODES
        known_errors = ADDRESS
        cost = 10

    checkout = Field(Checkout)

    @classmethod
    def perform(cls, info: Any, *, id: str, shipping_address: Any) -> dict[str, Any]:
        checkout = set_shipping_address(
            checkout_id=checkout_key(info, id), address=to_address_data(shipping_address), now=info.context.now
        )
        return {"checkout": opened(info, checkout)}
