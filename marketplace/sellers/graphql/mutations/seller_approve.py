"""``sellerApprove``."""

from typing import Any

from marketplace.accounts.graphql.access import signed_in_user
from marketplace.graphql import ID, Field, Mutation, String
from marketplace.sellers.approve import approve_seller
from marketplace.sellers.graphql import errors
from marketplace.sellers.graphql.access import STAFF, seller_for_staff
from marketplace.sellers.graphql.types.seller import Seller


class SellerApprove(Mutation):
    """Show an applicant and its products to the public."""

    class Arguments:
        id = ID(required=True)
        note = String()

    class Meta:
        access = STAFF
        error_codes = errors.DECISION_CODES
        known_errors = errors.DECISION

    seller = Field(Seller)

    @classmethod
    def perform(cls, info: Any, *, id: str, note: str | None = None) -> dict[str, Any]:
        seller = seller_for_staff(info, id)
        return {"seller": approve_seller(seller=seller, by=signed_in_user(info), note=note or "")}
