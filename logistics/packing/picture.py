"""``picture``: an isometric drawing of a load as SVG, for pages and for paper.

Boxes have the classes ``pack-0`` … ``pack-5`` by the line of goods they belong to and ``top``, ``front`` or ``side``,
so that a style sheet can give them the colours of its tokens; without one, the attributes do. The drawing says nothing
that the table beside it does not, and is hidden from readers that cannot see it.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, radians, sin

from logistics.packing.box import Load, Placed
from logistics.packing.faces import Seen, Side, seen

COLOURS = ("#5f8f80", "#c98f6b", "#a67c2d", "#8f8177", "#8a5a3c", "#7fa7c2")
"""Of lines of goods where no style sheet says others; the seventh line begins again."""
_SHADES = {Side.TOP: 1.18, Side.SIDE: 0.98, Side.FRONT: 0.82}
_TILT = radians(30)
_UNIT_MM = 20
"""Millimetres to a unit of the drawing."""
_MARGIN = 8
Point = tuple[float, float, float]


def picture(load: Load, *, deck_mm: int = 0) -> str:
    """The whole drawing. ``deck_mm``: height of the pallet the load stands on; without one, a container's walls."""
    space = load.space
    length, width = space.length_mm, space.width_mm
    height = load.height_mm if deck_mm else space.height_mm
    parts = _pallet(length, width, deck_mm) if deck_mm else _walls(length, width, height)
    parts += [polygon for each in seen(load.placed) for polygon in _box(each)]
    if not deck_mm:
        parts += _edges(length, width, height)
    corners = [(x, y, z) for x in (0, length) for y in (0, width) for z in (-deck_mm, height)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="packing-picture" aria-hidden="true" viewBox="{_view(corners)}"'
        ' stroke-linejoin="round">'
        f"{''.join(parts)}</svg>"
    )


def _walls(length: int, width: int, height: int) -> list[str]:
    """The floor, the closed end and the far wall, behind everything."""
    return [
        _polygon([(0, 0, 0), (length, 0, 0), (length, width, 0), (0, width, 0)], "floor", "#e5dccf"),
        _polygon([(0, 0, 0), (0, width, 0), (0, width, height), (0, 0, height)], "wall end", "#f2ece1"),
        _polygon([(0, 0, 0), (length, 0, 0), (length, 0, height), (0, 0, height)], "wall", "#faf7f2"),
    ]


def _edges(length: int, width: int, height: int) -> list[str]:
    """The frame in front, as lines, so that the goods stay in sight."""
    runs: list[list[Point]] = [
        [(0, width, 0), (0, width, height), (length, width, height), (length, width, 0)],
        [(length, width, height), (length, 0, height), (length, 0, 0)],
        [(0, width, 0), (length, width, 0), (length, 0, 0)],
    ]
    return [
        f'<polyline class="edge" points="{_points(run)}" fill="none" stroke="#8f8177" stroke-width="1"/>'
        for run in runs
    ]


def _pallet(length: int, width: int, deck_mm: int) -> list[str]:
    board = (0, 0, -deck_mm, length, width, 0)
    return [f'<g class="deck">{"".join(_cuboid(board, tuple(Side), "deck", "#c9a57a"))}</g>']


def _box(each: Seen) -> Iterable[str]:
    placed: Placed = each.placed
    number = placed.box.line % len(COLOURS)
    return _cuboid((placed.x, placed.y, placed.z, *placed.far), each.sides, f"pack-{number}", COLOURS[number])


def _cuboid(ends: tuple[int, int, int, int, int, int], sides: Iterable[Side], name: str, colour: str) -> list[str]:
    x, y, z, far_x, far_y, far_z = ends
    faces: dict[Side, list[Point]] = {
        Side.TOP: [(x, y, far_z), (far_x, y, far_z), (far_x, far_y, far_z), (x, far_y, far_z)],
        Side.SIDE: [(x, far_y, z), (far_x, far_y, z), (far_x, far_y, far_z), (x, far_y, far_z)],
        Side.FRONT: [(far_x, y, z), (far_x, far_y, z), (far_x, far_y, far_z), (far_x, y, far_z)],
    }
    return [_polygon(faces[side], f"{name} {side}", _shaded(colour, _SHADES[side])) for side in sides]


def _polygon(corners: list[Point], name: str, colour: str) -> str:
    return f'<polygon class="{name}" points="{_points(corners)}" fill="{colour}" stroke="#1c1412" stroke-width=".6"/>'


def _points(corners: Iterable[Point]) -> str:
    return " ".join(f"{across:.1f},{down:.1f}" for across, down in map(_projected, corners))


def _projected(corner: Point) -> tuple[float, float]:
    """Along runs down to the right, across down to the left, height straight up."""
    x, y, z = (each / _UNIT_MM for each in corner)
    return (x - y) * cos(_TILT), (x + y) * sin(_TILT) - z


def _view(corners: Iterable[Point]) -> str:
    points = [_projected(corner) for corner in corners]
    left, top = (min(point[axis] for point in points) - _MARGIN for axis in (0, 1))
    right, bottom = (max(point[axis] for point in points) + _MARGIN for axis in (0, 1))
    return f"{left:.1f} {top:.1f} {right - left:.1f} {bottom - top:.1f}"


def _shaded(colour: str, share: float) -> str:
    """Lighter above one, darker below."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{min(round(part * share), 255):02x}" for part in parts)
