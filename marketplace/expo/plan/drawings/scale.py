"""How large a unit of a drawing is, when the drawing does not say: guessed by the hall it is for."""

from collections.abc import Sequence
from decimal import Decimal

from marketplace.expo.hall import Hall
from marketplace.expo.plan.drawings.drawing import Outline, extent
from marketplace.expo.plan.drawings.roles import Role

_USUAL = (1.0, 0.1, 0.01, 0.001)
"""Metres, decimetres, centimetres, millimetres."""
_SLACK = 1.01


def guess_scale(hall: Hall, outlines: Sequence[Outline], roles: dict[str, Role], said: float | None) -> Decimal:
    """Metres to the unit: as the hall's outline in the drawing says, as the file says, or what fits the hall best."""
    width, depth = float(hall.width), float(hall.depth)
    whole = [outline for outline in outlines if roles.get(outline.layer) is Role.HALL]
    left, top, right, bottom = extent(whole or outlines)
    if whole:
        return _decimal(width / (right - left))
    fitting = [
        unit for unit in (said, *_USUAL) if unit and unit * right <= width * _SLACK and unit * bottom <= depth * _SLACK
    ]
    if said in fitting:
        return _decimal(said or 1)
    return _decimal(max(fitting) if fitting else min(width / (right - left), depth / (bottom - top)))


def _decimal(value: float) -> Decimal:
    return min(max(Decimal(repr(value)).quantize(Decimal("0.000000001")), Decimal("0.000000001")), Decimal(10_000))
