"""``planImportPreview``."""

from typing import Any

from catalog.graphql.inputs import read_upload
from marketplace.expo.graphql.access import STAFF, caller, hall_of
from marketplace.expo.graphql.errors import REFUSED
from marketplace.expo.graphql.plan.drawing_types import PlanImport
from marketplace.expo.plan.drawings.drawing import MOST_BYTES
from marketplace.expo.plan.drawings.preview import preview_drawing
from marketplace.graphql import ID, Field, Mutation, Upload


class PlanImportPreview(Mutation):
    """Read a drawing of a hall (SVG or DXF) and say what it would do; the plan does not change."""

    class Arguments:
        hall_id = ID(required=True)
        file = Upload(required=True)

    class Meta:
        access = STAFF
        creates = True
        cost = 50
        known_errors = REFUSED

    import_ = Field(PlanImport, name="import")

    @classmethod
    def perform(cls, info: Any, *, hall_id: str, file: Any) -> dict[str, Any]:
        hall = hall_of(info, hall_id, "hall_id")
        content = read_upload(file, most=MOST_BYTES, field="file")
        name = str(getattr(file, "name", "") or "")
        return {"import_": preview_drawing(hall=hall, content=content, file_name=name, by=caller(info))}
