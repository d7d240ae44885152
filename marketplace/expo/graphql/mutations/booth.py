"""``boothCreate``, ``boothsGenerate``, ``boothAssign``, ``boothHold``, ``boothDelete``."""

from decimal import Decimal as Number
from typing import Any

from marketplace.expo.booths import (
    Draft,
    assign_booth,
    create_booth,
    delete_booth,
    generate_booths,
    hold_booth,
)
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, booth_of, exhibitor_of, hall_of
from marketplace.expo.graphql.types.hall import Booth, BoothKindEnum, Hall
from marketplace.expo.plan import Grid, Rectangle
from marketplace.graphql import ID, Boolean, Decimal, Field, InputObjectType, Int, Mutation, String


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
        error_codes = errors.CODES
        known_errors = errors.REFUSED

    booth = Field(Booth)

    @classmethod
    def perform(cls, info: Any, *, hall_id: str, input: Any) -> dict[str, Any]:
        place = Rectangle(input["x"], input["y"], input["width"], input["depth"])
        draft = Draft(input["code"], place, str(input.get("kind") or "SHELL"))
        return {"booth": create_booth(hall=hall_of(info, hall_id, "hall_id"), draft=draft)}


class BoothsGenerate(Mutation):
    """Draw rows and columns of booths with aisles between and around them: all, or none if they do not fit."""

    class Arguments:
        hall_id = ID(required=True)
        rows = Int(required=True)
        columns = Int(required=True)
        booth_width = Decimal(description="As wide as fits, at most 6 m, when left out.")
        booth_depth = Decimal(description="As deep as fits, at most 6 m, when left out.")
        aisle = Decimal(description="3 m when left out.")
        prefix = String(description="Before the number; the hall's name when left out.")
        kind = BoothKindEnum()

    class Meta:
        access = STAFF
        cost = 20
        error_codes = errors.CODES
        known_errors = errors.REFUSED

    hall = Field(Hall)

    @classmethod
    def perform(cls, info: Any, *, hall_id: str, rows: int, columns: int, **more: Any) -> dict[str, Any]:
        hall = hall_of(info, hall_id, "hall_id")
        aisle = more.get("aisle")
        grid = Grid(
            rows=rows,
            columns=columns,
            booth_width=more.get("booth_width"),
            booth_depth=more.get("booth_depth"),
            aisle=Number(3) if aisle is None else aisle,
        )
        generate_booths(hall=hall, grid=grid, prefix=more.get("prefix") or "", kind=str(more.get("kind") or "SHELL"))
        return {"hall": hall}


class BoothAssign(Mutation):
    """Give a booth to an exhibitor, or with null take it back."""

    class Arguments:
        booth_id = ID(required=True)
        exhibitor_id = ID()

    class Meta:
        access = STAFF
        error_codes = errors.CODES
        known_errors = errors.REFUSED

    booth = Field(Booth)

    @classmethod
    def perform(cls, info: Any, *, booth_id: str, exhibitor_id: str | None = None) -> dict[str, Any]:
        exhibitor = exhibitor_of(info, exhibitor_id, "exhibitor_id") if exhibitor_id else None
        return {"booth": assign_booth(booth=booth_of(info, booth_id), exhibitor=exhibitor)}


class BoothHold(Mutation):
    """Keep a free booth for somebody who has not decided, or let it go."""

    class Arguments:
        booth_id = ID(required=True)
        is_held = Boolean(required=True)

    class Meta:
        access = STAFF
        error_codes = errors.CODES
        known_errors = errors.REFUSED

    booth = Field(Booth)

    @classmethod
    def perform(cls, info: Any, *, booth_id: str, is_held: bool) -> dict[str, Any]:
        return {"booth": hold_booth(booth=booth_of(info, booth_id), is_held=is_held)}


class BoothDelete(Mutation):
    """Remove a booth that nobody has."""

    class Arguments:
        booth_id = ID(required=True)

    class Meta:
        access = STAFF
        error_codes = errors.CODES
        known_errors = errors.REFUSED

    hall = Field(Hall)

    @classmethod
    def perform(cls, info: Any, *, booth_id: str) -> dict[str, Any]:
        booth = booth_of(info, booth_id)
        delete_booth(booth=booth)
        return {"hall": booth.hall}
