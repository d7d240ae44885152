"""``boothsGenerate``."""

from decimal import Decimal as Number
from typing import Any

from marketplace.expo.booths import generate_booths
from marketplace.expo.graphql.access import STAFF, caller, hall_of
from marketplace.expo.graphql.plan import errors
from marketplace.expo.graphql.types.hall import BoothKindEnum, Hall
from marketplace.expo.plan.grid import Grid
from marketplace.graphql import ID, Decimal, Field, Int, Mutation, String


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
        creates = True
        cost = 20
        error_codes = errors.CODES
        error_extra = errors.EXTRA
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
        generate_booths(
            hall=hall,
            grid=grid,
            prefix=more.get("prefix") or "",
            kind=str(more.get("kind") or "SHELL"),
            by=caller(info),
        )
        hall.refresh_from_db()
        return {"hall": hall}
