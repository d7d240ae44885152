"""``sellerReject``."""

from typing import Any

from marketplace.accounts.graphql.access import signed_in_user
from marketplace.graphql import ID, Field, Mutation, String
from marketplace.sellers.graphql import errors
from marketplace.sellers.graphql.access import STAFF, seller_for_staff
from marketplace.sellers.graphql.types.seller import Seller
from marketplace.sellers.reject import reject_seller


class SellerReject(Mutation):
    """Turn an application down; it may be made again."""

    class Arguments:
        id = ID(required=True)
        reason = String(required=True)

    class Meta:
        access = STAFF
        error_codes = errors.DECISION_CODES
        known_errors = errors.DECISION

    seller = Field(Seller)

    @classmethod
    def perform(cls, info: Any, *, id: str, reason: str) -> dict[str, Any]:
        seller = seller_for_staff(info, id)
        return {"seller": reject_seller(seller=seller, by=signed_in_user(info), reason=reason)}
