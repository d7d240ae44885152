"""``accountAddressUpdate``."""

from typing import Any

from marketplace.accounts.addresses.saved import change_saved_address
from marketplace.accounts.graphql import errors
from marketplace.accounts.graphql.access import own_saved_address, signed_in_user
from marketplace.accounts.graphql.types.address import Address, AddressInput, to_address_data
from marketplace.accounts.graphql.types.user import User
from marketplace.graphql import ID, SIGNED_IN, Field, Mutation


class AccountAddressUpdate(Mutation):
    """Replace what one of one's addresses says. Orders keep the address they were placed with."""

    class Arguments:
        id = ID(required=True)
        input = AddressInput(required=True)

    class Meta:
        access = SIGNED_IN
        error_type = errors.AccountError
        error_codes = errors.ADDRESS_CODES
        known_errors = errors.ADDRESS

    address = Field(Address)
    user = Field(User)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        address = change_saved_address(address=own_saved_address(info, id), data=to_address_data(input))
        return {"address": address, "user": signed_in_user(info)}
