"""``sellerTranslate``."""

from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.graphql import ID, SIGNED_IN, Field, InputObjectType, Mutation, String
from marketplace.sellers.graphql import errors
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.graphql.types.seller import Seller
from marketplace.sellers.member import MemberRole
from marketplace.sellers.translate import FIELDS, translate_seller


class SellerTranslationInput(InputObjectType):
    """What is left out stays as it is; an empty text removes the translation."""

    name = String()
    tagline = String()
    story = String()


class SellerTranslate(Mutation):
    """Store the profile in another language. For owners."""

    class Arguments:
        id = ID(required=True)
        language_code = LanguageCodeEnum(required=True)
        input = SellerTranslationInput(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = errors.PROFILE_CODES
        known_errors = errors.PROFILE

    seller = Field(Seller)

    @classmethod
    def perform(cls, info: Any, *, id: str, language_code: Any, input: Any) -> dict[str, Any]:
        seller = seller_for(info, id, MemberRole.OWNER)
        texts = {name: input[name] for name in FIELDS if input.get(name) is not None}
        translate_seller(seller=seller, language=str(language_code), texts=texts, by=signed_in_user(info))
        return {"seller": seller}
