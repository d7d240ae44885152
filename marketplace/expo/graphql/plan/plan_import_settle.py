"""``planImportSettle``."""

from decimal import Decimal as Number
from typing import Any

from marketplace.expo.graphql.access import STAFF
from marketplace.expo.graphql.errors import REFUSED
from marketplace.expo.graphql.plan.drawing_types import PlanImport, RoleEnum
from marketplace.expo.graphql.plan.drawings import drawing_of
from marketplace.expo.plan.drawings.preview import MOST_LAYERS, settle_drawing
from marketplace.graphql import ID, Decimal, Field, InputObjectType, List, Mutation, NonNull, String


class DrawingLayerInput(InputObjectType):
    """What a layer of the drawing is."""

    name = String(required=True)
    role = RoleEnum(required=True)


class PlanImportSettle(Mutation):
    """Say how large a unit of a drawing is, how far it is moved, and what its layers are; the plan does not change."""

    class Arguments:
        id = ID(required=True)
        metres_per_unit = Decimal()
        right = Decimal(description="Metres.")
        down = Decimal(description="Metres.")
        layers = List(NonNull(DrawingLayerInput), description="Those that are left out stay as they are.")

    class Meta:
        access = STAFF
        cost = 20
        known_errors = REFUSED

    import_ = Field(PlanImport, name="import")

    @classmethod
    def perform(
        cls,
        info: Any,
        *,
        id: str,
        metres_per_unit: Number | None = None,
        right: Number | None = None,
        down: Number | None = None,
        layers: Any = None,
    ) -> dict[str, Any]:
        settled = settle_drawing(
            plan_import=drawing_of(id),
            metres_per_unit=metres_per_unit,
            right=right,
            down=down,
            roles={each["name"]: str(each["role"]) for each in (layers or [])[:MOST_LAYERS]},
        )
        return {"import_": settled}
