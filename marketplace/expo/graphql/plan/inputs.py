"""Places and shapes as the verbs want them."""

from typing import Any

from catalog.refusal import Refused, refuse_any
from marketplace.expo import texts
from marketplace.expo.graphql.types.hall import BoothKindEnum
from marketplace.expo.plan.metres import size_problems
from marketplace.expo.plan.rectangle import Rectangle
from marketplace.expo.plan.redraw import shape_of_points
from marketplace.expo.plan.rules import typed_problems
from marketplace.expo.plan.shape import Shape
from marketplace.graphql import ID, Boolean, Decimal, InputObjectType, Int, List, NonNull, String


class PlanPointInput(InputObjectType):
    """In metres from the hall's top left corner."""

    x = Decimal(required=True)
    y = Decimal(required=True)


class BoothPlaceInput(InputObjectType):
    """Where a booth lies: `x`, `y`, `width` and `depth` of a rectangle, or `points` of a shape with right angles."""

    x = Decimal()
    y = Decimal()
    width = Decimal()
    depth = Decimal()
    points = List(NonNull(PlanPointInput))


class BoothInput(BoothPlaceInput):
    """A booth as it is drawn, in metres from the hall's top left corner: a rectangle, or `points`."""

    code = String(required=True)
    kind = BoothKindEnum()
    power_kw = Decimal()
    needs_water = Boolean()


class BoothSeenInput(InputObjectType):
    """A booth, and the version of it that you saw."""

    booth_id = ID(required=True)
    version = Int()


def outline_of_input(place: Any) -> Shape:
    """Raises ``Refused``."""
    if place.get("points") is not None:
        return shape_of_points([(point["x"], point["y"]) for point in place["points"]])
    missing = [name for name in ("x", "y", "width", "depth") if place.get(name) is None]
    if missing:
        raise Refused(*(texts.required(name) for name in missing))
    rectangle = Rectangle(place["x"], place["y"], place["width"], place["depth"])
    refuse_any(size_problems(rectangle.width, rectangle.depth) or typed_problems(rectangle))
    return rectangle.shape()
