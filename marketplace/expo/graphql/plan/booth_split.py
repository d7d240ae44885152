"""``boothSplit``."""

from decimal import Decimal as Number
from typing import Any

from marketplace.expo.graphql.access import STAFF, booth_of, caller
from marketplace.expo.graphql.plan import errors
from marketplace.expo.graphql.types.hall import Booth
from marketplace.expo.plan.split import split_booth
from marketplace.graphql import ID, Boolean, Decimal, Field, Int, Mutation, String


class BoothSplit(Mutation):
    """Cut a booth in two; the left or upper piece stays the booth, the other is new and free."""

    class Arguments:
        booth_id = ID(required=True)
        version = Int(required=True, description="That you saw; a booth changed since is refused as STALE.")
        at = Decimal(required=True, description="Metres from the booth's left edge, with across from its top.")
        across = Boolean(description="Cut from left to right; false: from top to bottom.")
        code = String(description="Of the new booth; one that is free when left out.")

    class Meta:
        access = STAFF
        creates = True
        error_codes = errors.CODES
        error_extra = errors.EXTRA
        known_errors = errors.REFUSED

    booth = Field(Booth)
    new_booth = Field(Booth)

    @classmethod
    def perform(
        cls,
        info: Any,
        *,
        booth_id: str,
        version: int,
        at: Number,
        across: bool | None = None,
        code: str | None = None,
    ) -> dict[str, Any]:
        booth = booth_of(info, booth_id)
        kept, new = split_booth(booth=booth, across=bool(across), at=at, code=code or "", seen=version, by=caller(info))
        return {"booth": kept, "new_booth": new}
