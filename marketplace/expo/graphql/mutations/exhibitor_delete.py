"""``exhibitorDelete``."""

from typing import Any

from marketplace.expo.exhibitors import delete_exhibitor
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, exhibitor_of
from marketplace.graphql import ID, Mutation


class ExhibitorDelete(Mutation):
    """Take an exhibitor out of the directory; its booths become free."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = STAFF
        error_codes = ("HAS_PAPERS",)
        known_errors = errors.REFUSED

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        delete_exhibitor(exhibitor=exhibitor_of(info, id))
        return {}
