"""``hallFeatureCreate``."""

from typing import Any

from marketplace.expo.graphql.access import STAFF, caller, hall_of
from marketplace.expo.graphql.errors import REFUSED
from marketplace.expo.graphql.plan.features import CODES, HallFeatureInput, draft_of
from marketplace.expo.graphql.plan.types import HallFeature
from marketplace.expo.plan.features import create_feature
from marketplace.graphql import ID, Field, Mutation


class HallFeatureCreate(Mutation):
    """Draw an aisle, a door or a service; it lies inside the hall and, outlets excepted, on no booth."""

    class Arguments:
        hall_id = ID(required=True)
        input = HallFeatureInput(required=True)

    class Meta:
        access = STAFF
        creates = True
        error_codes = CODES
        known_errors = REFUSED

    feature = Field(HallFeature)

    @classmethod
    def perform(cls, info: Any, *, hall_id: str, input: Any) -> dict[str, Any]:
        hall = hall_of(info, hall_id, "hall_id")
        return {"feature": create_feature(hall=hall, draft=draft_of(input), by=caller(info))}
