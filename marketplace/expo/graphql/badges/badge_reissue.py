"""``badgeReissue``."""

from typing import Any

from marketplace.expo.badges.issue import reissue_badge
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.badges.access import own_badge
from marketplace.expo.graphql.badges.types import Badge
from marketplace.graphql import ANYONE, ID, Field, Mutation, String


class BadgeReissue(Mutation):
    """A new code for the same holder: the badge was lost, or somebody else has it. The old one is void at once."""

    class Arguments:
        id = ID(required=True)
        visitor_token = String(description="Of the mailed link of the visitor whose badge it is.")

    class Meta:
        access = ANYONE
        creates = True
        error_codes = ("VOID",)
        known_errors = errors.REFUSED

    badge = Field(Badge)

    @classmethod
    def perform(cls, info: Any, *, id: str, visitor_token: str | None = None) -> dict[str, Any]:
        return {"badge": reissue_badge(badge=own_badge(info, id, visitor_token), now=info.context.now)}
