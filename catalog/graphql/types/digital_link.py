"""Links of a product, a lot or a piece in the API."""

from typing import Any

from catalog.traceability.epcis.identifiers import CANONICAL
from catalog.traceability.identity.speaker import seller_speaking_for
from catalog.traceability.links.check_href import host_of
from catalog.traceability.links.link import Link
from catalog.traceability.links.link_types import PREFIX
from catalog.traceability.links.links_of import links_of
from catalog.traceability.links.seller_level import LevelKind, SellerLevel
from catalog.traceability.links.target import DigitalLinkTarget as TargetRow
from marketplace.accounts.permissions import Permission
from marketplace.graphql import (
    ANYONE,
    ID,
    Boolean,
    DateTime,
    Enum,
    Field,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    connection_type,
    permission,
    related,
)
from marketplace.sellers.graphql.access import member

TAKEDOWNS = permission(Permission.TAKEDOWNS_MANAGE)
OWN = member(lambda row: row.seller_id)
DigitalLinkLevelKind = Enum.from_enum(
    LevelKind, name="DigitalLinkLevelKind", description="How finely a code names goods."
)


class DigitalLink(ObjectType):
    """Where a code leads, as the resolver answers it to everybody."""

    class Meta:
        access = ANYONE

    link_type = Field(String, required=True, description="gs1:pip, gs1:instructions and so on: GS1 Web Vocabulary.")
    href = Field(String, required=True)
    title = Field(String, required=True)
    languages = Field(List(NonNull(String)), required=True, description="BCP 47 tags; empty when not said.")
    media_type = Field(String)
    context = Field(List(NonNull(String)), required=True)
    is_default = Field(Boolean, required=True)

    @staticmethod
    def resolve_link_type(link: Link, info: Any) -> str:
        return f"{PREFIX}{link.link_type}"

    @staticmethod
    def resolve_media_type(link: Link, info: Any) -> str | None:
        return link.media_type or None


class DigitalLinkTarget(ObjectType):
    """A link that a seller has set, with what happened to it."""

    class Meta:
        access = OWN | TAKEDOWNS

    id = ID(required=True)
    seller = Field("marketplace.sellers.graphql.types.seller.Seller", required=True)
    uri = Field(String, required=True, description="The canonical Digital Link of what it is a link of.")
    link_type = Field(String, required=True)
    href = Field(String, required=True)
    host = Field(String, required=True, description="Shown to people beside the link.")
    title = Field(String, required=True)
    languages = Field(List(NonNull(String)), required=True)
    media_type = Field(String)
    context = Field(String)
    is_default = Field(Boolean, required=True)
    is_active = Field(Boolean, required=True)
    taken_down_at = Field(DateTime, description="By the operator; it is not served since then.")
    taken_down_reason = Field(String)
    created_at = Field(DateTime, required=True)
    updated_at = Field(DateTime, required=True)

    resolve_seller = related("seller")

    @staticmethod
    @batch
    def resolve_uri(rows: list[TargetRow], info: Any) -> list[str]:
        return [f"{CANONICAL}{row.path}" for row in rows]

    @staticmethod
    @batch
    def resolve_link_type(rows: list[TargetRow], info: Any) -> list[str]:
        return [f"{PREFIX}{row.link_type}" for row in rows]

    @staticmethod
    @batch
    def resolve_host(rows: list[TargetRow], info: Any) -> list[str]:
        return [host_of(row.href) for row in rows]

    @staticmethod
    @batch
    def resolve_media_type(rows: list[TargetRow], info: Any) -> list[str | None]:
        return [row.media_type or None for row in rows]

    @staticmethod
    @batch
    def resolve_context(rows: list[TargetRow], info: Any) -> list[str | None]:
        return [row.context or None for row in rows]

    @staticmethod
    @batch
    def resolve_taken_down_reason(rows: list[TargetRow], info: Any) -> list[str | None]:
        return [row.taken_down_reason or None for row in rows]


class DigitalLinkLevel(ObjectType):
    """A product, lot or piece with its address and links; for members of its seller."""

    class Meta:
        access = OWN

    kind = Field(DigitalLinkLevelKind, required=True)
    uri = Field(String, required=True, description="The canonical Digital Link.")
    address = Field(String, required=True, description="The same at our resolver: what a QR code holds.")
    is_yours = Field(
        Boolean,
        required=True,
        description="Whether the seller's word counts: false when another's company prefix begins the number, or "
        "another seller has the same one.",
    )
    targets = Field(List(NonNull(DigitalLinkTarget)), required=True, description="What the seller has set.")
    links = Field(List(NonNull(DigitalLink)), required=True, description="What is served now, our own links included.")

    @staticmethod
    def resolve_is_yours(level: SellerLevel, info: Any) -> bool:
        speaker = seller_speaking_for(level.uri)
        return speaker is not None and speaker.pk == level.seller_id

    @staticmethod
    def resolve_targets(level: SellerLevel, info: Any) -> list[TargetRow]:
        return list(TargetRow.objects.filter(seller_id=level.seller_id, path__in=level.level.paths))

    @staticmethod
    def resolve_links(level: SellerLevel, info: Any) -> list[Link]:
        return links_of(level.level, info.context.language)


DigitalLinkTargetCountableConnection = connection_type(DigitalLinkTarget)
