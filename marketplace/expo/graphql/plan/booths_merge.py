"""``boothsMerge``."""

from typing import Any

from marketplace.expo.graphql.access import STAFF, booth_of, caller
from marketplace.expo.graphql.plan import errors
from marketplace.expo.graphql.plan.inputs import BoothSeenInput
from marketplace.expo.graphql.types.hall import Booth
from marketplace.expo.plan.merge import MOST_AT_ONCE, merge_booths
from marketplace.graphql import Field, InputError, List, Mutation, NonNull


class BoothsMerge(Mutation):
    """Make neighbouring booths one: the first of them, with all their floor, power and exhibitor."""

    class Arguments:
        booths = List(NonNull(BoothSeenInput), required=True)

    class Meta:
        access = STAFF
        cost = 10
        error_codes = errors.CODES
        error_extra = errors.EXTRA
        known_errors = errors.REFUSED

    booth = Field(Booth)

    @classmethod
    def perform(cls, info: Any, *, booths: Any) -> dict[str, Any]:
        if not booths:
            raise InputError(field="booths", code="REQUIRED")
        chosen = [booth_of(info, each["booth_id"], "booths") for each in booths[: MOST_AT_ONCE + 1]]
        versions = [each.get("version") for each in booths[: MOST_AT_ONCE + 1]]
        return {"booth": merge_booths(booths=chosen, seen=versions, by=caller(info))}
