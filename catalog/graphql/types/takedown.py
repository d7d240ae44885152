"""Takedowns in the API: for staff, and for the seller's members what concerns them."""

import enum
from typing import Any

from django.db.models import prefetch_related_objects

from catalog.models import Takedown as TakedownRow
from catalog.models import TakedownStep as StepRow
from catalog.products.takedown.deadline import deadline_at
from catalog.products.takedown.dossier import dossiers
from catalog.products.takedown.takedown import TakedownStepKind
from marketplace.accounts.permissions import Permission
from marketplace.graphql import (
    ID,
    JSON,
    SIGNED_IN,
    Boolean,
    DateTime,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    connection_type,
    permission,
    related,
    related_list,
)
from marketplace.sellers.graphql.types.seller import Seller

STAFF = permission(Permission.TAKEDOWNS_MANAGE)
TakedownStepKindEnum = Enum.from_enum(
    enum.StrEnum("TakedownStepKind", {name: name for name in TakedownStepKind.names}),
    description="RECORDED, then perhaps ANSWERED, OBJECTED and UPHELD, at last LIFTED.",
)


def _product() -> Any:
    from catalog.graphql.types.product import Product  # the two types name each other

    return Product


class TakedownStep(ObjectType):
    """One line of a takedown's history."""

    class Meta:
        access = SIGNED_IN

    kind = Field(TakedownStepKindEnum, required=True)
    note = Field(String, required=True)
    at = Field(DateTime, required=True)
    by = Field(String, access=STAFF, description="Who did it.")

    @staticmethod
    @batch
    def resolve_by(steps: list[StepRow], info: Any) -> list[str | None]:
        prefetch_related_objects(steps, "by")
        return [f"{step.by.last_name} {step.by.first_name}".strip() or None if step.by else None for step in steps]


class Takedown(ObjectType):
    """An authority's request, and what became of it. What it names is hidden until it is lifted."""

    class Meta:
        access = SIGNED_IN

    id = Field(ID, required=True)
    seller = Field(Seller, required=True)
    product = Field(_product, description="Null: everything of the seller.")
    authority = Field(String, required=True)
    reference = Field(String, required=True)
    reason = Field(String, required=True)
    legal_basis = Field(String, required=True, description="The law the authority names.")
    received_at = Field(DateTime, required=True)
    recorded_at = Field(DateTime, required=True, description="Hidden from this moment.")
    answered_at = Field(DateTime)
    lifted_at = Field(DateTime)
    steps = Field(NonNull(List(NonNull(TakedownStep))))
    due_at = Field(DateTime, access=STAFF, required=True, description="Until when the authority has its answer.")
    due_basis = Field(String, access=STAFF, required=True, description="The law that the deadline stands in.")
    seconds_left = Field(Int, access=STAFF, description="Below zero when it is overdue; null once answered or lifted.")
    is_overdue = Field(Boolean, access=STAFF, required=True)
    dossier = Field(
        JSON,
        access=STAFF,
        cost=50,
        description="For the authority: the request, the seller, what was shown and when. No buyers' data.",
    )

    resolve_seller = related("seller")
    resolve_product = related("product")
    resolve_steps = related_list(lambda info, **args: StepRow.objects.order_by("at", "pk"), by="takedown_id")

    @staticmethod
    @batch
    def resolve_due_basis(rows: list[TakedownRow], info: Any) -> list[str]:
        return [deadline_at(row.received_at).legal_basis for row in rows]

    @staticmethod
    @batch
    def resolve_seconds_left(rows: list[TakedownRow], info: Any) -> list[int | None]:
        now = info.context.now
        return [None if row.answered_at or row.lifted_at else int((row.due_at - now).total_seconds()) for row in rows]

    @staticmethod
    @batch
    def resolve_is_overdue(rows: list[TakedownRow], info: Any) -> list[bool]:
        return [row.is_overdue(row.lifted_at or info.context.now) for row in rows]

    @staticmethod
    @batch
    def resolve_dossier(rows: list[TakedownRow], info: Any) -> list[dict[str, Any]]:
        return dossiers(rows)


TakedownCountableConnection = connection_type(Takedown)
