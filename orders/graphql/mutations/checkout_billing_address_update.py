from typing import Any

from marketplace.accounts.graphql.types.address import AddressInput, to_address_data
from marketplace.graphql import ANYONE, ID, Field, Mutation
from orders.checkout.addresses import set_billing_address
from orders.graphql.access import checkout_key
from orders.graphql.open_checkout import opened
from orders.graphql.refusals import ADDRESS, ADDRESS_CODES
from orders.graphql.types.checkout import Checkout


class CheckoutBillingAddressUpdate(Mutation):
    """Say where the invoice goes, in any country; null for the shipping address."""

    class Arguments:
        id = ID(required=True)
        billing_address = AddressInput()

    class Meta:
        access = ANYONE
        error_codes = ADDRESS_CODES
        known_errors = ADDRESS
        cost = 10

    checkout = Field(Checkout)

    @classmethod
    def perform(cls, info: Any, *, id: str, billing_address: Any = None) -> dict[str, Any]:
        address = to_address_data(billing_address) if billing_address else None
        checkout = set_billing_address(checkout_id=checkout_key(info, id), address=address, now=info.context.now)
        return {"checkout": opened(info, checkout)}
