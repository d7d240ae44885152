"""Rows of booths laid into a hall."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from marketplace.expo.hall import Hall
from marketplace.expo.plan.metres import CENTIMETRE, SMALLEST
from marketplace.expo.plan.rectangle import Rectangle


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of booths with an aisle in front of each. Sizes in metres; a size of ``None`` is made to fit."""

    rows: int
    columns: int
    booth_width: Decimal | None = None
    booth_depth: Decimal | None = None
    aisle: Decimal = Decimal(3)


_WIDEST_FITTED = Decimal(6)
_HALF = Decimal("0.5")


def lay_grid(hall: Hall, grid: Grid) -> Sequence[Rectangle] | None:
    """The rectangles row by row, in the middle of the hall; ``None`` when they do not fit.

    1. Sizes that are not given are the largest half metres that fit, at most 6 m.
    2. Aisles run around the whole block and between the rows: rows + 1 of them across, 2 along.
    3. What is left of the hall is shared by its four sides.
    """
    width = grid.booth_width or _fitted(hall.width - 2 * grid.aisle, grid.columns)
    depth = grid.booth_depth or _fitted(hall.depth - (grid.rows + 1) * grid.aisle, grid.rows)
    block_width, block_depth = width * grid.columns, depth * grid.rows + grid.aisle * (grid.rows - 1)
    if min(width, depth) < SMALLEST:
        return None
    if block_width + 2 * grid.aisle > hall.width or block_depth + 2 * grid.aisle > hall.depth:
        return None
    left = ((hall.width - block_width) / 2).quantize(CENTIMETRE)
    top = ((hall.depth - block_depth) / 2).quantize(CENTIMETRE)
    return [
        Rectangle(left + column * width, top + row * (depth + grid.aisle), width, depth)
        for row in range(grid.rows)
        for column in range(grid.columns)
    ]


def _fitted(room: Decimal, count: int) -> Decimal:
    return min(_WIDEST_FITTED, (room / count // _HALF) * _HALF)
