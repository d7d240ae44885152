"""Invitations into a team, as owners see them and as the invited person does."""

from marketplace.accounts.permissions import Permission
from marketplace.graphql import ANYONE, ID, DateTime, Field, ObjectType, String, attribute
from marketplace.sellers.graphql.access import member_or
from marketplace.sellers.graphql.types.enums import MemberRole
from marketplace.sellers.member import MemberRole as Role

OWNER_OR_STAFF = member_or(Permission.SELLERS_MANAGE, role=Role.OWNER)


class SellerInvitation(ObjectType):
    """Somebody asked to work for a seller, who has not answered yet."""

    class Meta:
        access = OWNER_OR_STAFF

    id = Field(ID, required=True)
    email = Field(String, required=True)
    role = Field(MemberRole, required=True)
    sent_at = Field(DateTime, required=True)
    expires_at = Field(DateTime, required=True)


class SellerInvitationCard(ObjectType):
    """What the link of an invitation tells whoever holds it."""

    class Meta:
        access = ANYONE

    seller_name = Field(String, required=True)
    role = Field(MemberRole, required=True)
    expires_at = Field(DateTime, required=True)

    resolve_seller_name = attribute("seller.name")
