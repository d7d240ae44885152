"""``sellerUpdate``."""

from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.accounts.graphql.types.address import AddressInput, to_address_data
from marketplace.graphql import ID, SIGNED_IN, Field, InputObjectType, Int, Mutation, String
from marketplace.sellers.graphql import errors
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.graphql.types.enums import CraftEnum
from marketplace.sellers.graphql.types.seller import Seller
from marketplace.sellers.member import MemberRole
from marketplace.sellers.update import ProfileChanges, update_seller


class SellerUpdateInput(InputObjectType):
    """What is left out stays as it is; legal name, kind and tax code are as staff approved them."""

    name = String()
    tagline = String()
    story = String()
    source_language = LanguageCodeEnum()
    craft = CraftEnum()
    email = String()
    phone = String()
    website_url = String()
    founded_year = Int()
    address = AddressInput()


class SellerUpdate(Mutation):
    """Change the profile of one's seller. For owners."""

    class Arguments:
        id = ID(required=True)
        input = SellerUpdateInput(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = errors.PROFILE_CODES
        known_errors = errors.PROFILE

    seller = Field(Seller)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        seller = seller_for(info, id, MemberRole.OWNER)
        values: dict[str, Any] = {name: value for name, value in input.items() if value is not None}
        for name in ("source_language", "craft"):
            if name in values:
                values[name] = str(values[name])
        if "address" in values:
            values["address"] = to_address_data(values["address"])
        return {"seller": update_seller(seller=seller, changes=ProfileChanges(**values))}
