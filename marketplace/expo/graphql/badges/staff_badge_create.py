"""``staffBadgeCreate``."""

from typing import Any

from marketplace.expo.badges.issue import issue_staff_badge
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, expo_of
from marketplace.expo.graphql.badges.types import Badge
from marketplace.graphql import ID, Field, Mutation, String


class StaffBadgeCreate(Mutation):
    """A badge for somebody who works at the fair."""

    class Arguments:
        expo_id = ID(required=True)
        holder_name = String(required=True)

    class Meta:
        access = STAFF
        creates = True
        error_codes = ("TOO_MANY",)
        known_errors = errors.REFUSED

    badge = Field(Badge)

    @classmethod
    def perform(cls, info: Any, *, expo_id: str, holder_name: str) -> dict[str, Any]:
        expo = expo_of(info, expo_id, "expo_id")
        return {"badge": issue_staff_badge(expo=expo, holder_name=holder_name, now=info.context.now)}
