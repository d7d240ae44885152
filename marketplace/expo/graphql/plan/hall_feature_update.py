"""``hallFeatureUpdate``."""

from typing import Any

from marketplace.expo.graphql.access import STAFF, caller
from marketplace.expo.graphql.errors import REFUSED
from marketplace.expo.graphql.plan.features import CODES, HallFeatureInput, draft_of, feature_of
from marketplace.expo.graphql.plan.types import HallFeature
from marketplace.expo.plan.features import update_feature
from marketplace.graphql import ID, Field, Mutation


class HallFeatureUpdate(Mutation):
    """Draw an aisle, a door or a service anew."""

    class Arguments:
        id = ID(required=True)
        input = HallFeatureInput(required=True)

    class Meta:
        access = STAFF
        error_codes = CODES
        known_errors = REFUSED

    feature = Field(HallFeature)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        return {"feature": update_feature(feature=feature_of(id), draft=draft_of(input), by=caller(info))}
