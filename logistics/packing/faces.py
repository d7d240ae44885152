"""What an onlooker sees of a load: the faces that no other box hides, in the order they are painted.

The onlooker stands in front of the door (the far end of x), to the right of it (the far side of y), and above.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from logistics.packing.box import Placed


class Side(StrEnum):
    """The three sides of a box that can be seen."""

    TOP = "top"
    FRONT = "front"
    """Towards the door."""
    SIDE = "side"


AXES = {Side.FRONT: 0, Side.SIDE: 1, Side.TOP: 2}


@dataclass(frozen=True, slots=True)
class Seen:
    """A box with those of its sides that are not covered by boxes touching them."""

    placed: Placed
    sides: tuple[Side, ...]


def seen(placed: Sequence[Placed]) -> list[Seen]:
    """From the furthest to the nearest; boxes of which nothing is seen are left out."""
    visible = [Seen(each, sides) for each in placed if (sides := _open_sides(each, placed))]
    return _furthest_first(visible)


def _open_sides(each: Placed, placed: Sequence[Placed]) -> tuple[Side, ...]:
    return tuple(side for side, axis in AXES.items() if not _is_covered(each, axis, placed))


def _is_covered(each: Placed, axis: int, placed: Sequence[Placed]) -> bool:
    """Whether boxes that touch this side hide all of it."""
    one, two = (other for other in range(3) if other != axis)
    area = _size(each)[one] * _size(each)[two]
    for other in placed:
        if _start(other)[axis] == each.far[axis]:
            area -= _shared(each, other, one) * _shared(each, other, two)
    return area <= 0


def _furthest_first(visible: list[Seen]) -> list[Seen]:
    """Each is painted after all that are behind it. Boxes that stand apart on no axis cannot be: they would overlap."""
    behind = {
        at: {other for other, two in enumerate(visible) if other != at and _is_behind(two.placed, one.placed)}
        for at, one in enumerate(visible)
    }
    painted: list[int] = []
    done: set[int] = set()
    for at in sorted(behind, key=lambda number: _nearness(visible[number].placed)):
        _paint(at, behind, done, painted)
    return [visible[at] for at in painted]


def _paint(at: int, behind: dict[int, set[int]], done: set[int], painted: list[int]) -> None:
    waiting = [(at, iter(sorted(behind[at])))]
    seen_on_the_way = {at}
    if at in done:
        return
    while waiting:
        current, rest = waiting[-1]
        following = next((each for each in rest if each not in done and each not in seen_on_the_way), None)
        if following is None:
            waiting.pop()
            done.add(current)
            painted.append(current)
        else:
            seen_on_the_way.add(following)
            waiting.append((following, iter(sorted(behind[following]))))


def _is_behind(one: Placed, two: Placed) -> bool:
    """``one`` lies wholly before the start of ``two`` on an axis, and is not itself in front of it on another."""
    first = any(one.far[axis] <= _start(two)[axis] for axis in range(3))
    return first and not any(two.far[axis] <= _start(one)[axis] for axis in range(3))


def _nearness(placed: Placed) -> tuple[int, int, int, int]:
    return sum(_start(placed)), *_start(placed)


def _start(placed: Placed) -> tuple[int, int, int]:
    return placed.x, placed.y, placed.z


def _size(placed: Placed) -> tuple[int, int, int]:
    return placed.length_mm, placed.width_mm, placed.height_mm


def _shared(one: Placed, other: Placed, axis: int) -> int:
    return max(min(one.far[axis], other.far[axis]) - max(_start(one)[axis], _start(other)[axis]), 0)
