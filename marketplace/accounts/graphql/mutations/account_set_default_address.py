"""``accountSetDefaultAddress``."""

from typing import Any

from marketplace.accounts.addresses.saved import make_default
from marketplace.accounts.graphql.access import own_saved_address, signed_in_user
from marketplace.accounts.graphql.types.user import User
from marketplace.graphql import ID, SIGNED_IN, Field, Mutation


class AccountSetDefaultAddress(Mutation):
    """Ship to this address unless told otherwise."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN

    user = Field(User)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        user = signed_in_user(info)
        make_default(user=user, address=own_saved_address(info, id))
        return {"user": user}
