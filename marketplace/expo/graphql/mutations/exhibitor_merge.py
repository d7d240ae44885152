"""``exhibitorMerge``."""

from typing import Any

from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, caller, exhibitor_of
from marketplace.expo.graphql.types.exhibitor import Exhibitor
from marketplace.expo.merge.merge_exhibitors import merge_exhibitors
from marketplace.expo.merge.obstacles import CODES
from marketplace.graphql import ID, Field, Mutation


class ExhibitorMerge(Mutation):
    """Make two entries of one firm at a fair one: all that the first has goes to the second, which stays.

    It cannot be undone; exhibitorMergePreview shows the result before.
    """

    class Arguments:
        id = ID(required=True, description="The exhibitor that goes.")
        into = ID(required=True, description="The exhibitor that stays.")

    class Meta:
        access = STAFF
        error_codes = CODES
        known_errors = errors.REFUSED

    exhibitor = Field(Exhibitor)

    @classmethod
    def perform(cls, info: Any, *, id: str, into: str) -> dict[str, Any]:
        goes, stays = exhibitor_of(info, id), exhibitor_of(info, into, "into")
        merged = merge_exhibitors(goes=goes, stays=stays, now=info.context.now, by=caller(info))
        return {"exhibitor": merged}
