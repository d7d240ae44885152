"""``sellerLogoUpdate``."""

from typing import Any

from marketplace.graphql import ID, SIGNED_IN, Field, Mutation, Upload
from marketplace.sellers.graphql import errors
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.graphql.types.seller import Seller
from marketplace.sellers.logo import set_logo
from marketplace.sellers.member import MemberRole


class SellerLogoUpdate(Mutation):
    """Set the logo of one's seller: JPEG, PNG or WebP, at most 5 MB. For owners."""

    class Arguments:
        id = ID(required=True)
        file = Upload(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = errors.PICTURE_CODES
        known_errors = errors.PICTURE

    seller = Field(Seller)

    @classmethod
    def perform(cls, info: Any, *, id: str, file: Any) -> dict[str, Any]:
        return {"seller": set_logo(seller=seller_for(info, id, MemberRole.OWNER), file=file)}
