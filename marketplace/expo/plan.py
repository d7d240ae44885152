"""The plan of a hall: booths as rectangles that lie inside it and never overlap.

A hall's row is locked while its booths change, so that two people cannot draw over each other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from catalog.refusal import Problem
from i18n.messages import gettext_noop as _
from marketplace.expo.hall import Booth, Hall

SMALLEST, LARGEST = Decimal("0.5"), Decimal(1000)
_CENTIMETRE = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Metres, measured from the hall's top left corner; ``right`` and ``bottom`` are the far edges."""

    x: Decimal
    y: Decimal
    width: Decimal
    depth: Decimal

    @property
    def right(self) -> Decimal:
        return self.x + self.width

    @property
    def bottom(self) -> Decimal:
        return self.y + self.depth

    def overlaps(self, other: "Rectangle") -> bool:
        """Whether they share floor; touching edges do not."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


def rectangle_of(booth: Booth) -> Rectangle:
    return Rectangle(booth.x, booth.y, booth.width, booth.depth)


def size_problems(width: Decimal, depth: Decimal) -> list[Problem]:
    """A hall's or booth's size: from half a metre to a kilometre, in centimetres."""
    message = _("A length is between %(smallest)s and %(largest)s metres, in whole centimetres.")
    params = {"smallest": SMALLEST, "largest": LARGEST}
    return [
        Problem(name, "INVALID", message, params)
        for name, value in (("width", width), ("depth", depth))
        if not SMALLEST <= value <= LARGEST or value != value.quantize(_CENTIMETRE)
    ]


def place_problems(hall: Hall, wanted: Rectangle, taken: Iterable[Booth]) -> list[Problem]:
    """Why a booth cannot stand there: outside the hall, or on another one."""
    if wanted.x < 0 or wanted.y < 0 or wanted.right > hall.width or wanted.bottom > hall.depth:
        return [Problem("x", "OUTSIDE_HALL", _("The booth does not lie inside the hall."))]
    if wanted.x != wanted.x.quantize(_CENTIMETRE) or wanted.y != wanted.y.quantize(_CENTIMETRE):
        return [Problem("x", "INVALID", _("Places are given in whole centimetres."))]
    for booth in taken:
        if wanted.overlaps(rectangle_of(booth)):
            return [Problem("x", "OVERLAP", _("The booth would lie on booth %(code)s."), {"code": booth.code})]
    return []


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
    left = ((hall.width - block_width) / 2).quantize(_CENTIMETRE)
    top = ((hall.depth - block_depth) / 2).quantize(_CENTIMETRE)
    return [
        Rectangle(left + column * width, top + row * (depth + grid.aisle), width, depth)
        for row in range(grid.rows)
        for column in range(grid.columns)
    ]


def _fitted(room: Decimal, count: int) -> Decimal:
    return min(_WIDEST_FITTED, (room / count // _HALF) * _HALF)
