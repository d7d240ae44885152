"""What comes with an address of a basket."""

from typing import Any

from marketplace.accounts.addresses.saved import TooManyAddresses, save_address
from marketplace.accounts.graphql import errors
from marketplace.accounts.graphql.types.address import to_address_data
from marketplace.graphql import Boolean, InputObjectType
from orders.graphql.access import user_of

SAVED_ADDRESS: errors.Known = {TooManyAddresses: errors.ADDRESS[TooManyAddresses]}


class CheckoutAddressValidationRules(InputObjectType):
    """Taken for clients that send them. The rules of the address's country always apply, all of them."""

    check_required_fields = Boolean()
    check_fields_format = Boolean()
    enable_fields_normalization = Boolean()


def save_own_address(info: Any, given: Any) -> None:
    """Keep it with the caller's account; nothing for a guest. Raises ``TooManyAddresses``."""
    user = user_of(info)
    if user is not None:
        save_address(user=user, address=to_address_data(given))
