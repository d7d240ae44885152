"""``sellerApply``."""

from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.accounts.graphql.types.address import AddressInput, to_address_data
from marketplace.graphql import SIGNED_IN, Field, InputObjectType, Int, Mutation, String
from marketplace.sellers.apply import SellerApplication, apply_as_seller
from marketplace.sellers.graphql import errors
from marketplace.sellers.graphql.access import forget_roles
from marketplace.sellers.graphql.types.enums import CraftEnum, EntityType, TaxResidence
from marketplace.sellers.graphql.types.seller import Seller


class SellerApplyInput(InputObjectType):
    """Who wants to sell."""

    legal_name = String(required=True, description="As in the business registration.")
    name = String(required=True, description="The trade name that buyers see.")
    entity_type = EntityType(required=True)
    tax_residence = TaxResidence(description="Of a household or individual; RESIDENT when left out.")
    tax_code = String(required=True, description="10 or 13 digits of an enterprise, 12 of a person.")
    craft = CraftEnum(required=True)
    address = AddressInput(required=True, description="The seat, in Bình Dương.")
    former_district = String(description="The district of Bình Dương it lay in until 2025-06-30.")
    phone = String(required=True)
    email = String(required=True)
    tagline = String()
    story = String()
    source_language = LanguageCodeEnum(description="The language of name, tagline and story; VI when left out.")
    website_url = String()
    founded_year = Int()


class SellerApply(Mutation):
    """Ask to sell here; the caller becomes the owner. After a rejection, the same tax code applies again."""

    class Arguments:
        input = SellerApplyInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        error_codes = errors.APPLICATION_CODES
        known_errors = errors.APPLICATION

    seller = Field(Seller)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        texts = ("former_district", "tagline", "story", "website_url")
        application = SellerApplication(
            **{name: input[name] for name in ("legal_name", "name", "tax_code", "phone", "email")},
            **{name: input.get(name) or "" for name in texts},
            entity_type=str(input["entity_type"]),
            craft=str(input["craft"]),
            address=to_address_data(input["address"]),
            source_language=str(input.get("source_language") or "vi"),
            founded_year=input.get("founded_year"),
            tax_residence=str(input.get("tax_residence") or "RESIDENT"),
        )
        seller = apply_as_seller(user=signed_in_user(info), application=application)
        forget_roles(info.context)
        return {"seller": seller}
