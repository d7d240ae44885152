"""``redraw_booth``: move it, make it larger or smaller, or give it another shape."""

from collections.abc import Sequence
from decimal import Decimal

from catalog.refusal import Refused, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.expo import texts
from marketplace.expo.hall import Booth
from marketplace.expo.plan.change import PlanVerb
from marketplace.expo.plan.editing import editing
from marketplace.expo.plan.metres import LARGEST, NotCentimetres, corners
from marketplace.expo.plan.rules import place_problems
from marketplace.expo.plan.shape import MOST_POINTS, NotOneShape, Shape


def redraw_booth(*, booth: Booth, outline: Shape, seen: int | None = None, by: User | None = None) -> Booth:
    """Lay the booth there in this shape, with whoever has it. Raises ``Refused``, `StaleBooth`."""
    verb = PlanVerb.MOVED if _same_form(booth.outline, outline) else PlanVerb.RESHAPED
    with editing(booth.hall_id, verb=verb, by=by, seen={booth: seen}) as edit:
        refuse_any(place_problems(edit.floor, outline))
        locked = edit.booth(booth)
        locked.outline = outline
        return locked


def shape_of_points(points: Sequence[tuple[Decimal, Decimal]]) -> Shape:
    """The shape with these corners, in metres. Raises ``Refused``."""
    message = _("A shape has %(least)s to %(most)s corners, right angles only, and does not cross itself.")
    try:
        if len(points) > MOST_POINTS or any(abs(value) > LARGEST for point in points for value in point):
            raise NotOneShape
        return Shape.of_points(corners(points))
    except NotCentimetres as error:
        raise Refused(texts.invalid("points", _("Places are given in whole centimetres."))) from error
    except NotOneShape as error:
        raise Refused(texts.invalid("points", message, least=4, most=MOST_POINTS)) from error


def _same_form(one: Shape, two: Shape) -> bool:
    return one.moved(-one.box[0], -one.box[1]) == two.moved(-two.box[0], -two.box[1])
