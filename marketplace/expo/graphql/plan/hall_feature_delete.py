"""``hallFeatureDelete``."""

from typing import Any

from marketplace.expo.graphql.access import STAFF, caller
from marketplace.expo.graphql.errors import REFUSED
from marketplace.expo.graphql.plan.features import feature_of
from marketplace.expo.graphql.types.hall import Hall
from marketplace.expo.plan.features import delete_feature
from marketplace.graphql import ID, Field, Mutation


class HallFeatureDelete(Mutation):
    """Take an aisle, a door or a service off the plan."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = STAFF
        known_errors = REFUSED

    hall = Field(Hall)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        feature = feature_of(id)
        delete_feature(feature=feature, by=caller(info))
        feature.hall.refresh_from_db()
        return {"hall": feature.hall}
