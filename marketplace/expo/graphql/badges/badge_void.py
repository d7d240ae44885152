"""``badgeVoid``."""

from typing import Any

from marketplace.expo.badges.issue import void_badge
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import EXHIBITOR
from marketplace.expo.graphql.badges.access import own_badge
from marketplace.expo.graphql.badges.types import Badge
from marketplace.graphql import ID, Field, Mutation


class BadgeVoid(Mutation):
    """Take back a badge of the stand, or as staff any: it opens no door from now on."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = EXHIBITOR
        error_codes = ("VOID",)
        known_errors = errors.REFUSED

    badge = Field(Badge)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        return {"badge": void_badge(badge=own_badge(info, id), now=info.context.now)}
