"""A product's review in the API."""

import enum
from typing import Any

from django.db.models import prefetch_related_objects

from catalog.models import ProductApproval
from catalog.models import ProductApprovalChange as ChangeRow
from marketplace.accounts.models import User
from marketplace.accounts.permissions import Permission
from marketplace.graphql import SIGNED_IN, DateTime, Enum, Field, ObjectType, String, batch

ProductApprovalEnum = Enum.from_enum(
    enum.StrEnum("ProductApproval", {name: name for name in ProductApproval.names}),
    description="DRAFT, then PENDING once submitted, then APPROVED or REJECTED by staff.",
)


class ProductApprovalChange(ObjectType):
    """One step of a review."""

    class Meta:
        access = SIGNED_IN

    approval = Field(ProductApprovalEnum, required=True)
    reason = Field(String, required=True)
    at = Field(DateTime, required=True)
    by = Field(String, description="Who did it; null for the marketplace itself, and to sellers its staff.")

    @staticmethod
    @batch
    def resolve_by(changes: list[ChangeRow], info: Any) -> list[str | None]:
        prefetch_related_objects(changes, "by")
        sees_staff = info.context.actor.has_permission(Permission.PRODUCTS_APPROVE)
        return [_name(change.by, sees_staff=sees_staff) for change in changes]


def _name(user: User | None, *, sees_staff: bool) -> str | None:
    if user is None or (user.is_staff and not sees_staff):
        return None
    return f"{user.last_name} {user.first_name}".strip() or None
