"""``accountAddressCreate``."""

from typing import Any

from marketplace.accounts.addresses.saved import make_billing_default, save_address
from marketplace.accounts.graphql import errors
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.accounts.graphql.types.address import Address, AddressInput, AddressTypeEnum, to_address_data
from marketplace.accounts.graphql.types.user import User
from marketplace.graphql import SIGNED_IN, Boolean, Field, Mutation


class AccountAddressCreate(Mutation):
    """Add an address to one's list."""

    class Arguments:
        input = AddressInput(required=True)
        is_default = Boolean(description="Ship to it unless told otherwise.")
        type = AddressTypeEnum(description="Make it the default of this kind.")

    class Meta:
        access = SIGNED_IN
        creates = True
        error_type = errors.AccountError
        error_codes = errors.ADDRESS_CODES
        known_errors = errors.ADDRESS

    address = Field(Address)
    user = Field(User)

    @classmethod
    def perform(cls, info: Any, *, input: Any, is_default: bool | None = None, type: Any = None) -> dict[str, Any]:
        user = signed_in_user(info)
        address = save_address(
            user=user, address=to_address_data(input), is_default=bool(is_default) or str(type) == "SHIPPING"
        )
        if str(type) == "BILLING":
            make_billing_default(user=user, address=address)
        return {"address": address, "user": user}
