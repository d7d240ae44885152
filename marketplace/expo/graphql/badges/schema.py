"""Badges' part of the public API."""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from marketplace.expo.badges.badge import Badge as BadgeRow
from marketplace.expo.badges.badge import BadgeKind
from marketplace.expo.badges.link import badge_link
from marketplace.expo.graphql.access import EXHIBITOR, STAFF, expo_of, own_exhibitor
from marketplace.expo.graphql.badges.badge_reissue import BadgeReissue
from marketplace.expo.graphql.badges.badge_void import BadgeVoid
from marketplace.expo.graphql.badges.exhibitor_badge_create import ExhibitorBadgeCreate
from marketplace.expo.graphql.badges.staff_badge_create import StaffBadgeCreate
from marketplace.expo.graphql.badges.types import Badge, BadgeCountableConnection
from marketplace.graphql import (
    ANYONE,
    ID,
    ConnectionField,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
)


class StandBadges(ObjectType):
    """The badges of a stand's people."""

    class Meta:
        access = ANYONE

    allowance = Field(Int, required=True, description="How many may be in force at a time.")
    badges = Field(NonNull(List(NonNull(Badge))), description="Those in force, by name.")
    sheet_url = Field(String, description="All of them on sheets of A4, as PDF; the address works for an hour.")


class BadgeQueries(ObjectType):
    """Badges of stands and of staff."""

    stand_badges = Field(StandBadges, exhibitor_id=ID(required=True), access=EXHIBITOR)
    staff_badges = ConnectionField(BadgeCountableConnection, expo_id=ID(required=True), access=STAFF)

    @staticmethod
    def resolve_stand_badges(root: Any, info: Any, exhibitor_id: str) -> dict[str, Any]:
        exhibitor = own_exhibitor(info, exhibitor_id)
        badges = list(_in_force().filter(exhibitor=exhibitor).order_by("holder_name", "pk"))
        url = f"{settings.PUBLIC_URL}{badge_link(badges, sheet=True)}" if badges else None
        return {"allowance": exhibitor.badge_allowance, "badges": badges, "sheet_url": url}

    @staticmethod
    def resolve_staff_badges(root: Any, info: Any, expo_id: str) -> QuerySet[BadgeRow]:
        rows = _in_force().filter(expo=expo_of(info, expo_id, "expo_id"), kind=BadgeKind.STAFF)
        return rows.order_by("holder_name", "pk")


class BadgeMutations(ObjectType):
    """For visitors about their own, for stands, and for staff."""

    badge_reissue = BadgeReissue.Field()
    badge_void = BadgeVoid.Field()
    exhibitor_badge_create = ExhibitorBadgeCreate.Field()
    staff_badge_create = StaffBadgeCreate.Field()


def _in_force() -> QuerySet[BadgeRow]:
    return BadgeRow.objects.select_related("expo", "visitor", "exhibitor").filter(voided_at__isnull=True)
