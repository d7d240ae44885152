"""``boothAssign``."""

from typing import Any

from marketplace.expo.booths import assign_booth
from marketplace.expo.graphql.access import STAFF, booth_of, caller, exhibitor_of
from marketplace.expo.graphql.plan import errors
from marketplace.expo.graphql.types.hall import Booth
from marketplace.graphql import ID, Field, Int, Mutation


class BoothAssign(Mutation):
    """Give a booth to an exhibitor, or with null take it back."""

    class Arguments:
        booth_id = ID(required=True)
        exhibitor_id = ID()
        version = Int(description="That you saw; a booth changed since is refused as STALE.")

    class Meta:
        access = STAFF
        error_codes = errors.CODES
        error_extra = errors.EXTRA
        known_errors = errors.REFUSED

    booth = Field(Booth)

    @classmethod
    def perform(
        cls, info: Any, *, booth_id: str, exhibitor_id: str | None = None, version: int | None = None
    ) -> dict[str, Any]:
        exhibitor = exhibitor_of(info, exhibitor_id, "exhibitor_id") if exhibitor_id else None
        booth = booth_of(info, booth_id)
        return {"booth": assign_booth(booth=booth, exhibitor=exhibitor, seen=version, by=caller(info))}
