"""``sellerMemberAdd``."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.accounts.graphql.errors import ATTEMPTS, ATTEMPTS_CODES, SECONDS
from marketplace.accounts.models import User
from marketplace.accounts.sign_in.attempts import Limit, count_attempt
from marketplace.accounts.user import normalise_email
from marketplace.graphql import ID, SIGNED_IN, Field, InputError, Mutation, String
from marketplace.sellers.graphql import errors
from marketplace.sellers.graphql.access import forget_roles, seller_for
from marketplace.sellers.graphql.types.enums import MemberRole
from marketplace.sellers.graphql.types.member import SellerMember
from marketplace.sellers.graphql.types.seller import Seller
from marketplace.sellers.member import MemberRole as Role
from marketplace.sellers.members import add_member

INVITATIONS = Limit("seller-member-add", 30)
"""Adding somebody tells whether the address has an account, so it cannot be done at will."""


class SellerMemberAdd(Mutation):
    """Give somebody with an account a role in one's seller, or another role. For owners."""

    class Arguments:
        id = ID(required=True)
        email = String(required=True)
        role = MemberRole(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = (*errors.MEMBERS_CODES, *ATTEMPTS_CODES)
        error_extra = SECONDS
        known_errors = {**errors.MEMBERS, **ATTEMPTS}

    member = Field(SellerMember)
    seller = Field(Seller)

    @classmethod
    def perform(cls, info: Any, *, id: str, email: str, role: Any) -> dict[str, Any]:
        seller = seller_for(info, id, Role.OWNER)
        count_attempt(INVITATIONS, str(signed_in_user(info).pk))
        user = User.objects.filter(email=normalise_email(email), is_active=True, is_confirmed=True).first()
        if user is None:
            message = _("Nobody with this e-mail address has an account yet. Ask them to register first.")
            raise InputError(message, field="email", code="NOT_FOUND")
        member = add_member(seller=seller, user=user, role=str(role))
        forget_roles(info.context)
        return {"member": member, "seller": seller}
