"""``boothHold``."""

from typing import Any

from marketplace.expo.booths import hold_booth
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, booth_of
from marketplace.expo.graphql.types.hall import Booth
from marketplace.graphql import ID, Boolean, Field, Mutation


class BoothHold(Mutation):
    """Keep a free booth for somebody who has not decided, or let it go."""

    class Arguments:
        booth_id = ID(required=True)
        is_held = Boolean(required=True)

    class Meta:
        access = STAFF
        error_codes = errors.CODES
        known_errors = errors.REFUSED

    booth = Field(Booth)

    @classmethod
    def perform(cls, info: Any, *, booth_id: str, is_held: bool) -> dict[str, Any]:
        return {"booth": hold_booth(booth=booth_of(info, booth_id), is_held=is_held)}
