"""``hallCreate``."""

from decimal import Decimal as Number
from typing import Any

from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, expo_of
from marketplace.expo.graphql.types.hall import Hall
from marketplace.expo.halls import create_hall
from marketplace.graphql import ID, Decimal, Field, Mutation, String


class HallCreate(Mutation):
    """Add an empty hall to an exhibition; sizes in metres."""

    class Arguments:
        expo_id = ID(required=True)
        name = String(required=True)
        width = Decimal(required=True)
        depth = Decimal(required=True)

    class Meta:
        access = STAFF
        creates = True
        error_codes = errors.CODES
        known_errors = errors.REFUSED

    hall = Field(Hall)

    @classmethod
    def perform(cls, info: Any, *, expo_id: str, name: str, width: Number, depth: Number) -> dict[str, Any]:
        expo = expo_of(info, expo_id, "expo_id")
        return {"hall": create_hall(expo=expo, name=name, width=width, depth=depth)}
