"""``boothAssign``."""

from typing import Any

from marketplace.expo.booths import assign_booth
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, booth_of, exhibitor_of
from marketplace.expo.graphql.types.hall import Booth
from marketplace.graphql import ID, Field, Mutation


class BoothAssign(Mutation):
    """Give a booth to an exhibitor, or with null take it back."""

    class Arguments:
        booth_id = ID(required=True)
        exhibitor_id = ID()

    class Meta:
        access = STAFF
        error_codes = errors.CODES
        known_errors = errors.REFUSED

    booth = Field(Booth)

    @classmethod
    def perform(cls, info: Any, *, booth_id: str, exhibitor_id: str | None = None) -> dict[str, Any]:
        exhibitor = exhibitor_of(info, exhibitor_id, "exhibitor_id") if exhibitor_id else None
        return {"booth": assign_booth(booth=booth_of(info, booth_id), exhibitor=exhibitor)}
