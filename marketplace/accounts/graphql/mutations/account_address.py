"""``accountAddressCreate``, ``-Update``, ``-Delete``, ``accountSetDefaultAddress``: one's own list of addresses."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.accounts.addresses.saved import (
    change_saved_address,
    delete_saved_address,
    make_default,
    own_address,
    save_address,
)
from marketplace.accounts.graphql import errors
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.accounts.graphql.types.address import Address, AddressInput, to_address_data
from marketplace.accounts.graphql.types.user import User
from marketplace.accounts.models import Address as AddressRow
from marketplace.graphql import ID, SIGNED_IN, Boolean, Field, InputError, Mutation, integer_key


def _own(info: Any, global_id: str) -> AddressRow:
    address = own_address(user=signed_in_user(info), address_id=integer_key(global_id, "Address"))
    if address is None:
        raise InputError(_("You have no such address."), field="id", code="NOT_FOUND")
    return address


class AccountAddressCreate(Mutation):
    """Add an address to one's list."""

    class Arguments:
        input = AddressInput(required=True)
        is_default = Boolean(description="Ship to it unless told otherwise.")

    class Meta:
        access = SIGNED_IN
        error_codes = errors.ADDRESS_CODES
        known_errors = errors.ADDRESS

    address = Field(Address)
    user = Field(User)

    @classmethod
    def perform(cls, info: Any, *, input: Any, is_default: bool | None = None) -> dict[str, Any]:
        user = signed_in_user(info)
        address = save_address(user=user, address=to_address_data(input), is_default=bool(is_default))
        return {"address": address, "user": user}


class AccountAddressUpdate(Mutation):
    """Replace what one of one's addresses says. Orders keep the address they were placed with."""

    class Arguments:
        id = ID(required=True)
        input = AddressInput(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = errors.ADDRESS_CODES
        known_errors = errors.ADDRESS

    address = Field(Address)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        return {"address": change_saved_address(address=_own(info, id), data=to_address_data(input))}


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
        delete_saved_address(user=user, address=_own(info, id))
        return {"user": user}


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
        make_default(user=user, address=_own(info, id))
        return {"user": user}
