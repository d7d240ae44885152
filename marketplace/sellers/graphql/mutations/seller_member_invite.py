"""``sellerMemberInvite``."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.accounts.graphql.errors import ATTEMPTS, ATTEMPTS_CODES, EMAIL, SECONDS
from marketplace.accounts.sign_in.attempts import Limit, count_attempt
from marketplace.graphql import ID, SIGNED_IN, Field, InputError, Mutation, String
from marketplace.sellers.graphql import errors
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.graphql.types.enums import MemberRole
from marketplace.sellers.graphql.types.invitation import SellerInvitation
from marketplace.sellers.graphql.types.seller import Seller
from marketplace.sellers.invite import invite_member
from marketplace.sellers.member import MemberRole as Role

INVITATIONS = Limit("seller-member-invite", 30)
"""Letters to addresses that anybody can type."""


class SellerMemberInvite(Mutation):
    """Ask somebody by e-mail to work for one's seller, with an account or without. For owners of approved sellers."""

    class Arguments:
        id = ID(required=True)
        email = String(required=True)
        role = MemberRole(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        error_codes = (*errors.INVITATION_CODES, *ATTEMPTS_CODES)
        error_extra = SECONDS
        known_errors = {**errors.INVITATION, **EMAIL, **ATTEMPTS}

    invitation = Field(SellerInvitation)
    seller = Field(Seller)

    @classmethod
    def perform(cls, info: Any, *, id: str, email: str, role: Any) -> dict[str, Any]:
        seller = seller_for(info, id, Role.OWNER)
        if not seller.is_approved:
            raise InputError(
                _("People can be invited once the seller is approved."), field="id", code="NOT_POSSIBLE_NOW"
            )
        owner = signed_in_user(info)
        count_attempt(INVITATIONS, str(owner.pk))
        invitation = invite_member(seller=seller, email=email, role=str(role), by=owner, now=info.context.now)
        return {"invitation": invitation, "seller": seller}
