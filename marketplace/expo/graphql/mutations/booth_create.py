"""``boothCreate``."""

from typing import Any

from marketplace.expo.booths import Draft, create_booth
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, hall_of
from marketplace.expo.graphql.types.hall import Booth, BoothKindEnum
from marketplace.expo.plan import Rectangle
from marketplace.graphql import ID, Decimal, Field, InputObjectType, Mutation, String


class BoothInput(InputObjectType):
    """A booth as it is drawn, in metres from the hall's top left corner."""

    code = String(required=True)
    x = Decimal(required=True)
    y = Decimal(required=True)
    width = Decimal(required=True)
    depth = Decimal(required=True)
    kind = BoothKindEnum()


class BoothCreate(Mutation):
    """Draw a booth; it lies inside the hall and on no other booth."""

    class Arguments:
        hall_id = ID(required=True)
        input = BoothInput(required=True)

    class Meta:
        access = STAFF
        creates = True
        error_codes = errors.CODES
        known_errors = errors.REFUSED

    booth = Field(Booth)

    @classmethod
    def perform(cls, info: Any, *, hall_id: str, input: Any) -> dict[str, Any]:
        place = Rectangle(input["x"], input["y"], input["width"], input["depth"])
        draft = Draft(input["code"], place, str(input.get("kind") or "SHELL"))
        return {"booth": create_booth(hall=hall_of(info, hall_id, "hall_id"), draft=draft)}
