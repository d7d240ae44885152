"""A product's review in the API."""

import enum
from typing import Any

from django.db.models import prefetch_related_objects

from catalog.models import ProductApproval
from catalog.models import ProductApprovalChange as ChangeRow
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
    by = Field(String, description="The name of who did it; null for the marketplace itself.")

    @staticmethod
    @batch
    def resolve_by(changes: list[ChangeRow], info: Any) -> list[str | None]:
        prefetch_related_objects(changes, "by")
        return [f"{c.by.last_name} {c.by.first_name}".strip() or None if c.by else None for c in changes]
