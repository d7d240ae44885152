"""``boothCreate``."""

from decimal import Decimal as Number
from typing import Any

from marketplace.expo.booths import Draft, create_booth
from marketplace.expo.graphql.access import STAFF, caller, hall_of
from marketplace.expo.graphql.plan import errors
from marketplace.expo.graphql.plan.inputs import BoothInput, outline_of_input
from marketplace.expo.graphql.types.hall import Booth
from marketplace.graphql import ID, Field, Mutation


class BoothCreate(Mutation):
    """Draw a booth; it lies inside the hall, on no other booth and on nothing that has to stay free."""

    class Arguments:
        hall_id = ID(required=True)
        input = BoothInput(required=True)

    class Meta:
        access = STAFF
        creates = True
        error_codes = errors.CODES
        error_extra = errors.EXTRA
        known_errors = errors.REFUSED

    booth = Field(Booth)

    @classmethod
    def perform(cls, info: Any, *, hall_id: str, input: Any) -> dict[str, Any]:
        draft = Draft(
            code=input["code"],
            place=None,
            kind=str(input.get("kind") or "SHELL"),
            outline=outline_of_input(input),
            power_kw=input.get("power_kw") or Number(0),
            needs_water=bool(input.get("needs_water")),
        )
        return {"booth": create_booth(hall=hall_of(info, hall_id, "hall_id"), draft=draft, by=caller(info))}
