"""``sellerInvitationRevoke``."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.graphql import ID, SIGNED_IN, Field, InputError, Mutation, integer_key, to_global_id
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.graphql.types.seller import Seller
from marketplace.sellers.invite import revoke_invitation
from marketplace.sellers.member import MemberRole
from marketplace.sellers.models import SellerInvitation


class SellerInvitationRevoke(Mutation):
    """Take an invitation back; its link stops working. For owners."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN

    seller = Field(Seller)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        invitation = SellerInvitation.objects.filter(pk=integer_key(id, "SellerInvitation")).first()
        if invitation is None:
            raise InputError(_("There is no such invitation."), field="id", code="NOT_FOUND")
        seller = seller_for(info, to_global_id("Seller", invitation.seller_id), MemberRole.OWNER)
        revoke_invitation(invitation=invitation)
        return {"seller": seller}
