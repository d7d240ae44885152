"""Takedowns and the history of listings, as root queries."""

import enum
from typing import Any

from django.db.models import QuerySet

from catalog.graphql.types.listing_snapshot import STAFF as READERS
from catalog.graphql.types.listing_snapshot import ListingSnapshotCountableConnection
from catalog.graphql.types.takedown import STAFF, Takedown, TakedownCountableConnection
from catalog.models import ListingSnapshot as SnapshotRow
from catalog.models import Takedown as TakedownRow
from marketplace.accounts.permissions import Permission
from marketplace.graphql import ID, SIGNED_IN, ConnectionField, Enum, Field, ObjectType, integer_key
from marketplace.sellers.graphql.access import is_member


class _Status(enum.StrEnum):
    UNANSWERED = "UNANSWERED"
    IN_FORCE = "IN_FORCE"
    LIFTED = "LIFTED"


TakedownStatusEnum = Enum.from_enum(
    enum.StrEnum("TakedownStatus", {status.name: status.value for status in _Status}),
    description="UNANSWERED: the clock runs. IN_FORCE: hidden, answered or not. LIFTED: over.",
)


class TakedownQueries(ObjectType):
    """What authorities asked for, and what was shown when."""

    takedowns = ConnectionField(
        TakedownCountableConnection,
        status=TakedownStatusEnum(),
        access=STAFF,
        description="The one that is due first stands first; lifted ones latest first.",
    )
    takedown = Field(
        Takedown, id=ID(required=True), access=SIGNED_IN, description="For staff and the seller's members."
    )
    listing_history = ConnectionField(
        ListingSnapshotCountableConnection,
        product=ID(required=True),
        access=READERS,
        description="What the public was shown of a product, latest first. Kept for at least a year after it ended.",
    )

    @staticmethod
    def resolve_takedowns(root: Any, info: Any, status: Any = None) -> QuerySet[TakedownRow]:
        rows = TakedownRow.objects.all()
        match None if status is None else str(status):
            case _Status.UNANSWERED:
                return rows.unanswered().order_by("due_at", "pk")
            case _Status.IN_FORCE:
                return rows.in_force().order_by("due_at", "pk")
            case _Status.LIFTED:
                return rows.filter(lifted_at__isnull=False).order_by("-lifted_at", "-pk")
        return rows.order_by("-recorded_at", "-pk")

    @staticmethod
    def resolve_takedown(root: Any, info: Any, id: str) -> TakedownRow | None:
        found = TakedownRow.objects.filter(pk=integer_key(id, "Takedown")).first()
        if found is None:
            return None
        is_staff = info.context.actor.has_permission(Permission.TAKEDOWNS_MANAGE)
        return found if is_staff or is_member(info.context, found.seller_id) else None

    @staticmethod
    def resolve_listing_history(root: Any, info: Any, product: str) -> QuerySet[SnapshotRow]:
        return SnapshotRow.objects.filter(product=integer_key(product, "Product", field="product")).order_by("-pk")
