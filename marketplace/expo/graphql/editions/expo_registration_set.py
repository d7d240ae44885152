"""``expoRegistrationSet``."""

from typing import Any

from marketplace.expo.editions.set_registration import set_registration_periods
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, expo_of
from marketplace.expo.graphql.editions.inputs import FairRegistrationPeriodInput, periods_of
from marketplace.expo.graphql.types.expo import Expo
from marketplace.graphql import ID, Field, List, Mutation, NonNull


class ExpoRegistrationSet(Mutation):
    """Let these be all registration periods of an exhibition; an audience without one may register until it is over."""

    class Arguments:
        id = ID(required=True)
        periods = List(NonNull(FairRegistrationPeriodInput), required=True)

    class Meta:
        access = STAFF
        known_errors = errors.REFUSED

    expo = Field(Expo)

    @classmethod
    def perform(cls, info: Any, *, id: str, periods: Any) -> dict[str, Any]:
        expo = expo_of(info, id)
        set_registration_periods(expo=expo, periods=periods_of(periods))
        return {"expo": expo}
