"""``sellerInvitationAccept``."""

from typing import Any

from marketplace.accounts.graphql.access import signed_in_user
from marketplace.graphql import SIGNED_IN, Field, Mutation, String
from marketplace.sellers.graphql import errors
from marketplace.sellers.graphql.access import forget_roles
from marketplace.sellers.graphql.types.member import SellerMember
from marketplace.sellers.graphql.types.seller import Seller
from marketplace.sellers.invite import accept_invitation


class SellerInvitationAccept(Mutation):
    """Join the team that an invitation asks the caller into. It has to be for the caller's own e-mail address."""

    class Arguments:
        token = String(required=True, description="Of the link in the letter.")

    class Meta:
        access = SIGNED_IN
        error_codes = errors.INVITATION_CODES
        known_errors = errors.INVITATION

    member = Field(SellerMember)
    seller = Field(Seller)

    @classmethod
    def perform(cls, info: Any, *, token: str) -> dict[str, Any]:
        member = accept_invitation(token=token, user=signed_in_user(info))
        forget_roles(info.context)
        return {"member": member, "seller": member.seller}
