"""``accountSetDefaultAddress``."""

from typing import Any

from marketplace.accounts.addresses.saved import make_billing_default, make_default
from marketplace.accounts.graphql import errors
from marketplace.accounts.graphql.access import own_saved_address, signed_in_user
from marketplace.accounts.graphql.types.address import AddressTypeEnum
from marketplace.accounts.graphql.types.user import User
from marketplace.graphql import ID, SIGNED_IN, Field, Mutation


class AccountSetDefaultAddress(Mutation):
    """Ship, or with the type BILLING bill, to this address unless told otherwise."""

    class Arguments:
        id = ID(required=True)
        type = AddressTypeEnum(description="SHIPPING unless said.")

    class Meta:
        access = SIGNED_IN
        error_type = errors.AccountError

    user = Field(User)

    @classmethod
    def perform(cls, info: Any, *, id: str, type: Any = None) -> dict[str, Any]:
        user = signed_in_user(info)
        choose = make_billing_default if str(type) == "BILLING" else make_default
        choose(user=user, address=own_saved_address(info, id))
        return {"user": user}
