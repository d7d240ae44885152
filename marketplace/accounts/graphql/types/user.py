"""People in the API."""

from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.accounts.addresses.address import Address as AddressRow
from marketplace.accounts.addresses.address import SavedAddress
from marketplace.accounts.graphql.access import OWN_ACCOUNT, OWN_OR_STAFF
from marketplace.accounts.graphql.types.address import Address
from marketplace.accounts.graphql.types.metadata import Metadata, ObjectWithMetadata
from marketplace.accounts.models import User as UserRow
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    DateTime,
    Field,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    related,
)


class User(Metadata, ObjectType):
    """A person with an account. Others see at most the name and address of people they work with."""

    class Meta:
        access = OWN_OR_STAFF
        id_from = "public_id"
        interfaces = (ObjectWithMetadata,)

    id = Field(ID, required=True, access=SIGNED_IN)
    email = Field(String, required=True, access=SIGNED_IN)
    first_name = Field(String, required=True, access=SIGNED_IN)
    last_name = Field(String, required=True, access=SIGNED_IN)
    language_code = Field(LanguageCodeEnum, required=True)
    is_staff = Field(Boolean, required=True)
    is_active = Field(Boolean, required=True)
    is_confirmed = Field(Boolean, required=True)
    date_joined = Field(DateTime, required=True)
    permissions = Field(NonNull(List(NonNull(String))), description="Of staff, such as sellers.manage.")
    addresses = Field(NonNull(List(NonNull(Address))), access=OWN_ACCOUNT)
    default_shipping_address = Field(Address, access=OWN_ACCOUNT)
    default_billing_address = Field(Address, access=OWN_ACCOUNT)
    totp_enabled = Field(Boolean, required=True)

    resolve_default_billing_address = related("default_billing_address")
    resolve_default_shipping_address = related("default_shipping_address")

    @staticmethod
    @batch
    def resolve_language_code(users: list[UserRow], info: Any) -> list[str]:
        return [user.language for user in users]

    @staticmethod
    @batch
    def resolve_permissions(users: list[UserRow], info: Any) -> list[list[str]]:
        return [sorted(user.permissions) for user in users]

    @staticmethod
    @batch
    def resolve_addresses(users: list[UserRow], info: Any) -> list[list[AddressRow]]:
        found: dict[int, list[AddressRow]] = {user.pk: [] for user in users}
        for saved in SavedAddress.objects.filter(user_id__in=found).select_related("address"):
            found[saved.user_id].append(saved.address)
        return [found[user.pk] for user in users]
