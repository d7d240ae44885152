"""Badges in the API."""

from typing import Any

from django.conf import settings

from catalog.traceability.symbols.qr import qr_symbol
from catalog.traceability.symbols.svg import symbol_svg
from marketplace.expo.badges.badge import Badge as BadgeRow
from marketplace.expo.badges.badge import BadgeKind
from marketplace.expo.badges.code import grouped
from marketplace.expo.badges.link import badge_link
from marketplace.expo.graphql.access import of_exhibitor
from marketplace.expo.graphql.visitor_access import of_visitor
from marketplace.graphql import ID, Boolean, DateTime, Enum, Field, ObjectType, String, batch, connection_type

BadgeKindEnum = Enum.from_enum(
    BadgeKind, description="Whose it is: a visitor's, one of a stand's people, or one who works at the fair."
)


class Badge(ObjectType):
    """What somebody wears at a fair."""

    class Meta:
        access = of_visitor(lambda badge: badge.visitor_id) | of_exhibitor(lambda badge: badge.exhibitor_id)

    id = Field(ID, required=True)
    code = Field(String, required=True, description="As printed below the QR code, with hyphens.")
    kind = Field(BadgeKindEnum, required=True)
    holder_name = Field(String, required=True)
    issued_at = Field(DateTime, required=True)
    voided_at = Field(DateTime, description="Since when it opens no door.")
    qr_svg = Field(String, required=True, description="The QR code as an SVG picture.")
    pdf_url = Field(
        String,
        sheet=Boolean(description="On A4 with lines to cut along, instead of A6."),
        required=True,
        description="The address works for an hour.",
    )

    @staticmethod
    @batch
    def resolve_code(badges: list[BadgeRow], info: Any) -> list[str]:
        return [grouped(badge.code) for badge in badges]

    @staticmethod
    @batch
    def resolve_qr_svg(badges: list[BadgeRow], info: Any) -> list[str]:
        return [symbol_svg(qr_symbol(badge.code), title=grouped(badge.code)) for badge in badges]

    @staticmethod
    @batch
    def resolve_pdf_url(badges: list[BadgeRow], info: Any, sheet: bool | None = None) -> list[str]:
        return [f"{settings.PUBLIC_URL}{badge_link([badge], sheet=bool(sheet))}" for badge in badges]


BadgeCountableConnection = connection_type(Badge)
