"""``sellerMemberUpdate``."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.graphql import ID, SIGNED_IN, Field, InputError, Mutation, integer_key, to_global_id
from marketplace.sellers.graphql import errors
from marketplace.sellers.graphql.access import forget_roles, seller_for
from marketplace.sellers.graphql.types.enums import MemberRole
from marketplace.sellers.graphql.types.member import SellerMember
from marketplace.sellers.graphql.types.seller import Seller
from marketplace.sellers.member import MemberRole as Role
from marketplace.sellers.members import add_member
from marketplace.sellers.models import SellerMember as MemberRow


class SellerMemberUpdate(Mutation):
    """Give a member another role. For owners."""

    class Arguments:
        id = ID(required=True, description="Of the membership.")
        role = MemberRole(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = errors.MEMBERS_CODES
        known_errors = errors.MEMBERS

    member = Field(SellerMember)
    seller = Field(Seller)

    @classmethod
    def perform(cls, info: Any, *, id: str, role: Any) -> dict[str, Any]:
        member = MemberRow.objects.select_related("user").filter(pk=integer_key(id, "SellerMember")).first()
        if member is None:
            raise InputError(_("There is no such member."), field="id", code="NOT_FOUND")
        seller = seller_for(info, to_global_id("Seller", member.seller_id), Role.OWNER)
        changed = add_member(seller=seller, user=member.user, role=str(role))
        forget_roles(info.context)
        return {"member": changed, "seller": seller}
