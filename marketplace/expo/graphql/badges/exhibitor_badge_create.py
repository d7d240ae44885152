"""``exhibitorBadgeCreate``."""

from typing import Any

from marketplace.expo.badges.issue import issue_exhibitor_badge
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import EXHIBITOR, own_exhibitor
from marketplace.expo.graphql.badges.types import Badge
from marketplace.expo.people.member import ExhibitorRole
from marketplace.graphql import ID, Field, Mutation, String


class ExhibitorBadgeCreate(Mutation):
    """A badge for somebody at the stand; as many at a time as the exhibitor's package allows. For its managers."""

    class Arguments:
        exhibitor_id = ID(required=True)
        holder_name = String(required=True)

    class Meta:
        access = EXHIBITOR
        creates = True
        error_codes = ("TOO_MANY",)
        known_errors = errors.REFUSED

    badge = Field(Badge)

    @classmethod
    def perform(cls, info: Any, *, exhibitor_id: str, holder_name: str) -> dict[str, Any]:
        exhibitor = own_exhibitor(info, exhibitor_id, role=ExhibitorRole.MANAGER)
        return {"badge": issue_exhibitor_badge(exhibitor=exhibitor, holder_name=holder_name, now=info.context.now)}
