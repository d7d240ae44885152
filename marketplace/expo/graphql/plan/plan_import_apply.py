"""``planImportApply``."""

from typing import Any

from marketplace.expo.graphql.access import STAFF, caller
from marketplace.expo.graphql.errors import REFUSED
from marketplace.expo.graphql.plan.drawing_types import PlanImport
from marketplace.expo.graphql.plan.drawings import drawing_of
from marketplace.expo.plan.drawings.apply import apply_drawing
from marketplace.graphql import ID, Field, Int, Mutation


class PlanImportApply(Mutation):
    """Draw into the plan what the preview shows; what has a problem is left out. Twice is as once."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = STAFF
        cost = 50
        known_errors = REFUSED

    import_ = Field(PlanImport, name="import")
    drawn = Field(Int)
    redrawn = Field(Int, description="Booths that were there and got another place or shape.")
    kept = Field(Int)
    left_out = Field(Int)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        done = apply_drawing(plan_import=drawing_of(id), by=caller(info))
        return {
            "import_": done.plan_import,
            "drawn": done.drawn,
            "redrawn": done.redrawn,
            "kept": done.kept,
            "left_out": done.left_out,
        }
