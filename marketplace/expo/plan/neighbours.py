"""Who stands beside whom in a hall, and which sides of a booth are open to an aisle.

Edges are looked up by the line they lie on, so that a hall of hundreds of booths takes milliseconds.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from marketplace.expo.plan.shape import Point, Shape

_OPPOSITE = {"TOP": "BOTTOM", "BOTTOM": "TOP", "LEFT": "RIGHT", "RIGHT": "LEFT"}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Of one booth: shared centimetres by neighbour, and the sides that are open."""

    shared: Mapping[int, int]
    open_sides: frozenset[str]


def surroundings(shapes: Mapping[int, Shape], *, hall: Shape) -> dict[int, Surroundings]:
    """By key of the shapes, which do not overlap.

    A side (TOP, RIGHT, BOTTOM, LEFT) is open when no more than half of the edges that face it touch a neighbour or the
    hall's wall. A booth of 3 × 3 m between two others in a row has one open side, at the row's end two, alone four.
    """
    lines: dict[tuple[str, int], list[tuple[int, int, int]]] = defaultdict(list)
    for key, shape in shapes.items():
        for side, at, start, end in _sides(shape):
            lines[side, at].append((start, end, key))
    walls = {(side, at) for side, at, _, _ in _sides(hall)}
    return {key: _around(key, shape, lines, walls) for key, shape in shapes.items()}


def _around(
    key: int, shape: Shape, lines: Mapping[tuple[str, int], list[tuple[int, int, int]]], walls: set[tuple[str, int]]
) -> Surroundings:
    shared: Counter[int] = Counter()
    length: Counter[str] = Counter()
    closed: Counter[str] = Counter()
    for side, at, start, end in _sides(shape):
        length[side] += end - start
        if (side, at) in walls:
            closed[side] += end - start
        for other_start, other_end, other in lines.get((_OPPOSITE[side], at), ()):
            common = min(end, other_end) - max(start, other_start)
            if common > 0 and other != key:
                shared[other] += common
                closed[side] += common
    return Surroundings(shared, frozenset(side for side in length if closed[side] * 2 <= length[side]))


def _sides(shape: Shape) -> Iterable[tuple[str, int, int, int]]:
    """Side, where its line lies, from, to."""
    return (_side(start, end) for start, end in shape.edges)


def _side(start: Point, end: Point) -> tuple[str, int, int, int]:
    (x1, y1), (x2, y2) = start, end
    if y1 == y2:
        return ("TOP", y1, x1, x2) if x1 < x2 else ("BOTTOM", y1, x2, x1)
    return ("RIGHT", x1, y1, y2) if y1 < y2 else ("LEFT", x1, y2, y1)
