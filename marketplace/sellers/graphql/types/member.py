"""Members and history of a seller in the API; the fields that lead here are for members and staff."""

from typing import Any

from django.db.models import prefetch_related_objects

from marketplace.accounts.graphql.types.user import User
from marketplace.accounts.permissions import Permission
from marketplace.graphql import ANYONE, ID, DateTime, Field, ObjectType, String, batch, related
from marketplace.sellers.graphql.access import member_or
from marketplace.sellers.graphql.types.enums import MemberRole, SellerStatus
from marketplace.sellers.seller import SellerStatusChange as ChangeRow

MEMBER_OR_STAFF = member_or(Permission.SELLERS_MANAGE)


class SellerMember(ObjectType):
    """Somebody who works for the seller."""

    class Meta:
        access = MEMBER_OR_STAFF

    id = Field(ID, required=True)
    user = Field(User, required=True)
    role = Field(MemberRole, required=True)

    resolve_user = related("user")


class SellerStatusChange(ObjectType):
    """One line of a seller's history."""

    class Meta:
        access = MEMBER_OR_STAFF

    status = Field(SellerStatus, required=True)
    reason = Field(String, required=True)
    at = Field(DateTime, required=True)
    by = Field(String, access=ANYONE, description="Who decided; null to those who are not staff, unless themselves.")

    @staticmethod
    @batch
    def resolve_by(changes: list[ChangeRow], info: Any) -> list[str | None]:
        actor = info.context.actor
        sees_all = actor.has_permission(Permission.SELLERS_MANAGE)
        prefetch_related_objects(changes, "by")
        return [
            change.by.full_name if change.by and (sees_all or change.by_id == actor.id) else None for change in changes
        ]
