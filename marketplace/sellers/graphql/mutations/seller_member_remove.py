"""``sellerMemberRemove``."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.graphql import ID, SIGNED_IN, Field, InputError, Mutation, integer_key, to_global_id
from marketplace.sellers.graphql import errors
from marketplace.sellers.graphql.access import forget_roles, seller_for
from marketplace.sellers.graphql.types.seller import Seller
from marketplace.sellers.member import MemberRole as Role
from marketplace.sellers.members import remove_member
from marketplace.sellers.models import SellerMember as MemberRow


class SellerMemberRemove(Mutation):
    """End somebody's membership in one's seller (for owners), or one's own."""

    class Arguments:
        id = ID(required=True, description="Of the membership.")

    class Meta:
        access = SIGNED_IN
        error_codes = errors.MEMBERS_CODES
        known_errors = errors.MEMBERS

    seller = Field(Seller)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        member = MemberRow.objects.filter(pk=integer_key(id, "SellerMember")).first()
        if member is None:
            raise InputError(_("There is no such member."), field="id", code="NOT_FOUND")
        leaves = member.user_id == info.context.actor.id
        role = Role.PACKER if leaves else Role.OWNER
        seller = seller_for(info, to_global_id("Seller", member.seller_id), role)
        remove_member(member=member)
        forget_roles(info.context)
        return {"seller": None if leaves else seller}
