"""``first_crossing``: where the sides of rings touch or cross, found by a sweep from west to east."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from catalog.traceability.places.area import Position

Side = tuple[int, int, Position, Position]
"""Ring, number in it, and its two ends."""


def first_crossing(rings: Sequence[Sequence[Position]]) -> Position | None:
    """An end of a side that another side meets where it should not; ``None`` for sound rings.

    Sides that follow each other share an end, and nothing more. Sides are compared only while their spans of longitude
    meet; exact, since coordinates are decimal.
    """
    sides = sorted(_sides(rings), key=lambda side: min(side[2][0], side[3][0]))
    open_sides: list[Side] = []
    for side in sides:
        west = min(side[2][0], side[3][0])
        open_sides = [other for other in open_sides if max(other[2][0], other[3][0]) >= west]
        for other in open_sides:
            if _meet_wrongly(side, other, rings):
                return side[2]
        open_sides.append(side)
    return None


def _sides(rings: Sequence[Sequence[Position]]) -> list[Side]:
    return [
        (index, number, start, end)
        for index, ring in enumerate(rings)
        for number, (start, end) in enumerate(pairwise(ring))
    ]


def _meet_wrongly(one: Side, other: Side, rings: Sequence[Sequence[Position]]) -> bool:
    if one[2] == one[3] or other[2] == other[3]:
        return True
    count = len(rings[one[0]]) - 1
    apart = (one[1] - other[1]) % count if one[0] == other[0] else 2
    if apart == 1:
        return _folds_back(other[2], other[3], one[3])
    if apart == count - 1:
        return _folds_back(one[2], one[3], other[3])
    return _meet(one[2], one[3], other[2], other[3])


def _folds_back(start: Position, shared: Position, end: Position) -> bool:
    """Whether a side returns over the one before it."""
    if _turn(start, shared, end) != 0:
        return False
    return (start[0] - shared[0]) * (end[0] - shared[0]) + (start[1] - shared[1]) * (end[1] - shared[1]) > 0


def _meet(a: Position, b: Position, c: Position, d: Position) -> bool:
    turns = _turn(a, b, c), _turn(a, b, d), _turn(c, d, a), _turn(c, d, b)
    if turns[0] * turns[1] < 0 and turns[2] * turns[3] < 0:
        return True
    ends = ((a, b, c), (a, b, d), (c, d, a), (c, d, b))
    return any(turn == 0 and _between(*three) for turn, three in zip(turns, ends, strict=True))


def _turn(a: Position, b: Position, c: Position) -> int:
    value = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    return (value > 0) - (value < 0)


def _between(a: Position, b: Position, c: Position) -> bool:
    """Of three in line, whether the third lies on the side between the others."""
    return min(a[0], b[0]) <= c[0] <= max(a[0], b[0]) and min(a[1], b[1]) <= c[1] <= max(a[1], b[1])
