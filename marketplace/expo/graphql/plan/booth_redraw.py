"""``boothRedraw``."""

from typing import Any

from marketplace.expo.graphql.access import STAFF, booth_of, caller
from marketplace.expo.graphql.plan import errors
from marketplace.expo.graphql.plan.inputs import BoothPlaceInput, outline_of_input
from marketplace.expo.graphql.types.hall import Booth
from marketplace.expo.plan.redraw import redraw_booth
from marketplace.graphql import ID, Field, Int, Mutation


class BoothRedraw(Mutation):
    """Move a booth, resize it or give it another shape, with whoever has it."""

    class Arguments:
        booth_id = ID(required=True)
        version = Int(required=True, description="That you saw; a booth changed since is refused as STALE.")
        place = BoothPlaceInput(required=True)

    class Meta:
        access = STAFF
        error_codes = errors.CODES
        error_extra = errors.EXTRA
        known_errors = errors.REFUSED

    booth = Field(Booth)

    @classmethod
    def perform(cls, info: Any, *, booth_id: str, version: int, place: Any) -> dict[str, Any]:
        booth, outline = booth_of(info, booth_id), outline_of_input(place)
        return {"booth": redraw_booth(booth=booth, outline=outline, seen=version, by=caller(info))}
