"""``boothReserve``."""

from typing import Any

from marketplace.expo.graphql.access import STAFF, booth_of, caller, exhibitor_of
from marketplace.expo.graphql.plan import errors
from marketplace.expo.graphql.types.hall import Booth
from marketplace.expo.plan.reserve import reserve_booth
from marketplace.graphql import ID, Boolean, Field, Int, Mutation


class BoothReserve(Mutation):
    """Promise a booth until a contract is signed, for an exhibitor or the organiser's own use; or end that."""

    class Arguments:
        booth_id = ID(required=True)
        is_reserved = Boolean(required=True)
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
        cls,
        info: Any,
        *,
        booth_id: str,
        is_reserved: bool,
        exhibitor_id: str | None = None,
        version: int | None = None,
    ) -> dict[str, Any]:
        exhibitor = exhibitor_of(info, exhibitor_id, "exhibitor_id") if exhibitor_id else None
        booth = reserve_booth(
            booth=booth_of(info, booth_id),
            is_reserved=is_reserved,
            exhibitor=exhibitor,
            seen=version,
            by=caller(info),
        )
        return {"booth": booth}
