"""``hallUpdate``."""

from decimal import Decimal as Number
from typing import Any

from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, caller, hall_of
from marketplace.expo.graphql.types.hall import Hall
from marketplace.expo.halls import update_hall
from marketplace.graphql import ID, Decimal, Field, Mutation, String


class HallUpdate(Mutation):
    """Rename or resize a hall; its booths have to stay inside it."""

    class Arguments:
        id = ID(required=True)
        name = String()
        width = Decimal()
        depth = Decimal()

    class Meta:
        access = STAFF
        error_codes = errors.CODES
        known_errors = errors.REFUSED

    hall = Field(Hall)

    @classmethod
    def perform(
        cls, info: Any, *, id: str, name: str | None = None, width: Number | None = None, depth: Number | None = None
    ) -> dict[str, Any]:
        return {"hall": update_hall(hall=hall_of(info, id), name=name, width=width, depth=depth, by=caller(info))}
