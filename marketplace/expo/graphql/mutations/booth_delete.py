"""``boothDelete``."""

from typing import Any

from marketplace.expo.booths import delete_booth
from marketplace.expo.graphql.access import STAFF, booth_of, caller
from marketplace.expo.graphql.plan import errors
from marketplace.expo.graphql.types.hall import Hall
from marketplace.graphql import ID, Field, Int, Mutation


class BoothDelete(Mutation):
    """Remove a booth that nobody has."""

    class Arguments:
        booth_id = ID(required=True)
        version = Int(description="That you saw; a booth changed since is refused as STALE.")

    class Meta:
        access = STAFF
        error_codes = errors.CODES
        error_extra = errors.EXTRA
        known_errors = errors.REFUSED

    hall = Field(Hall)

    @classmethod
    def perform(cls, info: Any, *, booth_id: str, version: int | None = None) -> dict[str, Any]:
        booth = booth_of(info, booth_id)
        delete_booth(booth=booth, seen=version, by=caller(info))
        booth.hall.refresh_from_db()
        return {"hall": booth.hall}
