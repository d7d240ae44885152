"""The Digital Link resolver's part of the API."""

from typing import Any

from django.db.models import Q, QuerySet

from catalog.graphql.digital_link_access import levels_from, thing_named
from catalog.graphql.mutations.digital_link_target import (
    DigitalLinkTargetCreate,
    DigitalLinkTargetDelete,
    DigitalLinkTargetRestore,
    DigitalLinkTargetTakeDown,
    DigitalLinkTargetUpdate,
)
from catalog.graphql.types.digital_link import (
    TAKEDOWNS,
    DigitalLinkLevel,
    DigitalLinkTargetCountableConnection,
)
from catalog.traceability.links.link_types import PREFIX, offered_link_types
from catalog.traceability.links.seller_level import SellerLevel
from catalog.traceability.links.target import DigitalLinkTarget
from catalog.traceability.links.target_data import MEDIA_TYPES
from marketplace.graphql import ANYONE, ID, SIGNED_IN, ConnectionField, Field, List, NonNull, ObjectType, String
from marketplace.sellers.member import MemberRole


class DigitalLinkQueries(ObjectType):
    """Where codes lead."""

    digital_link_levels = Field(
        List(NonNull(DigitalLinkLevel)),
        variant=ID(),
        lot=ID(),
        code=String(description="Of a label."),
        required=True,
        access=SIGNED_IN,
        description="Exactly one of the three, and what stands above it: a piece, its lot, its product. Empty for what "
        "has no GTIN. For members of the seller.",
    )
    digital_link_targets = ConnectionField(
        DigitalLinkTargetCountableConnection,
        search=String(description="Part of the address, the title or the number."),
        access=TAKEDOWNS,
        description="All links that sellers have set, newest first.",
    )
    digital_link_types = Field(
        List(NonNull(String)),
        required=True,
        access=ANYONE,
        description="The link types that are worth choosing: gs1:instructions and so on.",
    )
    digital_link_media_types = Field(
        List(NonNull(String)), required=True, access=ANYONE, description="The media types that a link may have."
    )

    @staticmethod
    def resolve_digital_link_levels(
        root: Any, info: Any, variant: str | None = None, lot: str | None = None, code: str | None = None
    ) -> list[SellerLevel]:
        return levels_from(thing_named(info, variant=variant, lot=lot, code=code, role=MemberRole.PACKER))

    @staticmethod
    def resolve_digital_link_targets(root: Any, info: Any, search: str | None = None) -> QuerySet[DigitalLinkTarget]:
        found = DigitalLinkTarget.objects.order_by("-created_at", "id")
        if search:
            part = search[:200]
            found = found.filter(Q(href__icontains=part) | Q(title__icontains=part) | Q(path__icontains=part))
        return found

    @staticmethod
    def resolve_digital_link_types(root: Any, info: Any) -> list[str]:
        return [f"{PREFIX}{name}" for name in offered_link_types()]

    @staticmethod
    def resolve_digital_link_media_types(root: Any, info: Any) -> list[str]:
        return sorted(MEDIA_TYPES)


class DigitalLinkMutations(ObjectType):
    """Keeping links, and taking down those that deceive."""

    digital_link_target_create = DigitalLinkTargetCreate.Field()
    digital_link_target_update = DigitalLinkTargetUpdate.Field()
    digital_link_target_delete = DigitalLinkTargetDelete.Field()
    digital_link_target_take_down = DigitalLinkTargetTakeDown.Field()
    digital_link_target_restore = DigitalLinkTargetRestore.Field()
