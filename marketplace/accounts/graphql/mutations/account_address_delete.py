"""``accountAddressDelete``."""

from copy import copy
from typing import Any

from marketplace.accounts.addresses.saved import delete_saved_address
from marketplace.accounts.graphql import errors
from marketplace.accounts.graphql.access import own_saved_address, signed_in_user
from marketplace.accounts.graphql.types.address import Address
from marketplace.accounts.graphql.types.user import User
from marketplace.graphql import ID, SIGNED_IN, Field, Mutation


class AccountAddressDelete(Mutation):
    """Remove an address from one's list."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN
        error_type = errors.AccountError

    address = Field(Address, description="As it was.")
    user = Field(User)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        user = signed_in_user(info)
        address = own_saved_address(info, id)
        gone = copy(address)
        delete_saved_address(user=user, address=address)
        return {"address": gone, "user": user}
