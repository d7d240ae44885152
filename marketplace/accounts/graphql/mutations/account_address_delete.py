"""``accountAddressDelete``."""

from typing import Any

from marketplace.accounts.addresses.saved import delete_saved_address
from marketplace.accounts.graphql.access import own_saved_address, signed_in_user
from marketplace.accounts.graphql.types.user import User
from marketplace.graphql import ID, SIGNED_IN, Field, Mutation


class AccountAddressDelete(Mutation):
    """Remove an address from one's list."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN

    user = Field(User)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        user = signed_in_user(info)
        delete_saved_address(user=user, address=own_saved_address(info, id))
        return {"user": user}
