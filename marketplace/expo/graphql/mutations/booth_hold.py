"""``boothHold``."""

from datetime import date
from typing import Any

from marketplace.expo.booths import hold_booth
from marketplace.expo.graphql.access import STAFF, booth_of, caller
from marketplace.expo.graphql.plan import errors
from marketplace.expo.graphql.types.hall import Booth
from marketplace.graphql import ID, Boolean, Date, Field, Int, Mutation


class BoothHold(Mutation):
    """Keep a free booth for somebody who has not decided, or let it go."""

    class Arguments:
        booth_id = ID(required=True)
        is_held = Boolean(required=True)
        until = Date(description="The last day; the booth is free again on the next. Null: until it is let go.")
        version = Int(description="That you saw; a booth changed since is refused as STALE.")

    class Meta:
        access = STAFF
        error_codes = errors.CODES
        error_extra = errors.EXTRA
        known_errors = errors.REFUSED

    booth = Field(Booth)

    @classmethod
    def perform(
        cls, info: Any, *, booth_id: str, is_held: bool, until: date | None = None, version: int | None = None
    ) -> dict[str, Any]:
        booth = booth_of(info, booth_id)
        return {"booth": hold_booth(booth=booth, is_held=is_held, until=until, seen=version, by=caller(info))}
