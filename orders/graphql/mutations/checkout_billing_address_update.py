from typing import Any

from marketplace.accounts.graphql.types.address import AddressInput, to_address_data
from marketplace.graphql import ANYONE, Boolean, Field
from orders.checkout.addresses import set_billing_address
from orders.graphql.access import checkout_key
from orders.graphql.inputs.checkout_address import SAVED_ADDRESS, CheckoutAddressValidationRules, save_own_address
from orders.graphql.named_checkout import CheckoutMutation
from orders.graphql.open_checkout import opened
from orders.graphql.refusals import ADDRESS, ADDRESS_CODES, CheckoutError
from orders.graphql.types.checkout import Checkout


class CheckoutBillingAddressUpdate(CheckoutMutation):
    """Say where the invoice goes, in any country; null for the shipping address."""

    class Arguments:
        billing_address = AddressInput()
        save_address = Boolean(description="Keep it with the account too, for whoever is signed in.")
        validation_rules = CheckoutAddressValidationRules()

    class Meta:
        access = ANYONE
        error_type = CheckoutError
        error_codes = (*ADDRESS_CODES, "TOO_MANY_ADDRESSES")
        known_errors = {**ADDRESS, **SAVED_ADDRESS}
        cost = 10

    checkout = Field(Checkout)

    @classmethod
    def perform(
        cls,
        info: Any,
        *,
        id: str,
        billing_address: Any = None,
        save_address: bool | None = None,
        validation_rules: Any = None,
    ) -> dict[str, Any]:
        address = to_address_data(billing_address) if billing_address else None
        checkout = set_billing_address(checkout_id=checkout_key(info, id), address=address, now=info.context.now)
        if save_address and billing_address:
            save_own_address(info, billing_address)
        return {"checkout": opened(info, checkout)}
