"""``expoOpeningHoursSet``."""

from typing import Any

from marketplace.expo.editions.set_hours import set_opening_hours
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, expo_of
from marketplace.expo.graphql.editions.inputs import FairOpeningHoursInput, hours_of
from marketplace.expo.graphql.types.expo import Expo
from marketplace.graphql import ID, Field, List, Mutation, NonNull


class ExpoOpeningHoursSet(Mutation):
    """Let these be all opening hours of an exhibition."""

    class Arguments:
        id = ID(required=True)
        hours = List(NonNull(FairOpeningHoursInput), required=True, description="At most 200 rows.")

    class Meta:
        access = STAFF
        error_codes = ("OUTSIDE_FAIR",)
        known_errors = errors.REFUSED

    expo = Field(Expo)

    @classmethod
    def perform(cls, info: Any, *, id: str, hours: Any) -> dict[str, Any]:
        expo = expo_of(info, id)
        set_opening_hours(expo=expo, hours=hours_of(hours))
        return {"expo": expo}
