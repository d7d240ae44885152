"""A piece of floor: a polygon of axis-parallel edges in whole centimetres, without holes, in a hall.

Every question about shapes is answered on rectangles: a shape is cut into them (`Shape.rectangles`), and a set of
rectangles that do not overlap is walked around (`outline_of`) to be a shape again. Whole centimetres make both exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

Point = tuple[int, int]
Box = tuple[int, int, int, int]
"""Left, top, right, bottom."""
MOST_POINTS = 40


class NotOneShape(ValueError):
    """The points or rectangles are not the outline of one piece of floor without holes."""


@dataclass(frozen=True)
class Shape:
    """The corners clockwise, beginning with the leftmost of the topmost; no three in a row on one line."""

    points: tuple[Point, ...]

    @classmethod
    def of_box(cls, left: int, top: int, right: int, bottom: int) -> Shape:
        return cls(((left, top), (right, top), (right, bottom), (left, bottom)))

    @classmethod
    def of_points(cls, points: Sequence[Point]) -> Shape:
        """The shape with these corners, in any direction. Raises `NotOneShape`."""
        corners = _corners(points)
        if not 4 <= len(corners) <= MOST_POINTS:
            raise NotOneShape
        shape = outline_of(_slabs(corners))
        if set(shape.points) != set(corners):
            raise NotOneShape
        return shape

    @cached_property
    def box(self) -> Box:
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        return min(xs), min(ys), max(xs), max(ys)

    @cached_property
    def rectangles(self) -> tuple[Box, ...]:
        """Rectangles side by side that are together the shape."""
        return (self.box,) if len(self.points) == 4 else tuple(_slabs(self.points))

    @property
    def edges(self) -> list[tuple[Point, Point]]:
        return list(pairwise((*self.points, self.points[0])))

    @property
    def area(self) -> int:
        """Square centimetres."""
        return sum((right - left) * (bottom - top) for left, top, right, bottom in self.rectangles)

    def moved(self, right: int, down: int) -> Shape:
        return Shape(tuple((x + right, y + down) for x, y in self.points))

    def overlaps(self, other: Shape) -> bool:
        """Whether they share floor; touching edges do not."""
        if not _cross(self.box, other.box):
            return False
        return any(_cross(one, two) for one in self.rectangles for two in other.rectangles)

    def joined(self, other: Shape) -> Shape:
        """Both as one piece. Raises `NotOneShape` when they do not touch along an edge, or enclose a hole."""
        return outline_of([*self.rectangles, *other.rectangles])

    def cut(self, *, across: bool, at: int) -> tuple[Shape, Shape]:
        """The pieces left and right of x = ``at``, or with ``across`` above and below y = ``at``.

        Raises `NotOneShape` when the line does not meet the shape or leaves more than two pieces.
        """
        before, after = [], []
        for left, top, right, bottom in self.rectangles:
            if across:
                before.append((left, top, right, min(bottom, at)))
                after.append((left, max(top, at), right, bottom))
            else:
                before.append((left, top, min(right, at), bottom))
                after.append((max(left, at), top, right, bottom))
        return outline_of(_real(before)), outline_of(_real(after))


def outline_of(boxes: Iterable[Box]) -> Shape:
    """The outline of rectangles that do not overlap. Raises `NotOneShape` unless it is one line without crossing.

    1. The rectangles are cut by all their own coordinates into cells.
    2. Each cell gives its four edges clockwise; edges between two cells cancel each other.
    3. What is left is walked from corner to corner; it has to be one round.
    """
    boxes = list(boxes)
    following: dict[Point, Point] = {}
    for start, end in _outer_edges(boxes):
        if start in following:
            raise NotOneShape
        following[start] = end
    if not following:
        raise NotOneShape
    first = min(following, key=lambda point: (point[1], point[0]))
    walked, point = [first], following[first]
    while point != first:
        walked.append(point)
        point = following[point]
    if len(walked) != len(following):
        raise NotOneShape
    corners = _corners(walked)
    if len(corners) > MOST_POINTS:
        raise NotOneShape
    return Shape(tuple(corners))


def _outer_edges(boxes: list[Box]) -> set[tuple[Point, Point]]:
    xs = sorted({x for left, _, right, _ in boxes for x in (left, right)})
    ys = sorted({y for _, top, _, bottom in boxes for y in (top, bottom)})
    edges: set[tuple[Point, Point]] = set()
    for left, top, right, bottom in boxes:
        across = [x for x in xs if left <= x <= right]
        down = [y for y in ys if top <= y <= bottom]
        for a, b in pairwise(across):
            _toggle(edges, (a, top), (b, top))
            _toggle(edges, (b, bottom), (a, bottom))
        for a, b in pairwise(down):
            _toggle(edges, (right, a), (right, b))
            _toggle(edges, (left, b), (left, a))
    return edges


def _toggle(edges: set[tuple[Point, Point]], start: Point, end: Point) -> None:
    if (end, start) in edges:
        edges.remove((end, start))
    else:
        edges.add((start, end))


def _corners(points: Sequence[Point]) -> list[Point]:
    """Without repeated points and points on a straight line. Raises `NotOneShape` for an edge that is not parallel."""
    kept: list[Point] = []
    for point in points:
        if not kept or point != kept[-1]:
            kept.append(point)
    if len(kept) > 1 and kept[0] == kept[-1]:
        kept.pop()
    if any(a[0] != b[0] and a[1] != b[1] for a, b in pairwise([*kept, *kept[:1]])):
        raise NotOneShape
    return [
        point
        for before, point, after in zip([*kept[-1:], *kept[:-1]], kept, [*kept[1:], *kept[:1]], strict=True)
        if not (before[0] == point[0] == after[0] or before[1] == point[1] == after[1])
    ]


def _slabs(points: Sequence[Point]) -> list[Box]:
    """The rectangles between the corners' heights, inside by the even-odd rule."""
    walls = [(a[0], *sorted((a[1], b[1]))) for a, b in pairwise([*points, points[0]]) if a[0] == b[0]]
    boxes: list[Box] = []
    for top, bottom in pairwise(sorted({y for _, y in points})):
        xs = sorted(x for x, start, end in walls if start <= top and bottom <= end)
        if len(xs) % 2 or len(set(xs)) != len(xs):
            raise NotOneShape
        boxes += [(left, top, right, bottom) for left, right in zip(xs[::2], xs[1::2], strict=True)]
    return boxes


def _real(boxes: list[Box]) -> list[Box]:
    return [box for box in boxes if box[0] < box[2] and box[1] < box[3]]


def _cross(one: Box, two: Box) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
