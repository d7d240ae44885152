"""``boothDelete``."""

from typing import Any

from marketplace.expo.booths import delete_booth
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, booth_of
from marketplace.expo.graphql.types.hall import Hall
from marketplace.graphql import ID, Field, Mutation


class BoothDelete(Mutation):
    """Remove a booth that nobody has."""

    class Arguments:
        booth_id = ID(required=True)

    class Meta:
        access = STAFF
        error_codes = errors.CODES
        known_errors = errors.REFUSED

    hall = Field(Hall)

    @classmethod
    def perform(cls, info: Any, *, booth_id: str) -> dict[str, Any]:
        booth = booth_of(info, booth_id)
        delete_booth(booth=booth)
        return {"hall": booth.hall}
