"""``Symbol``: dark rectangles on a grid of modules, ready to be drawn on anything."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Rectangle = tuple[float, float, float, float]
"""From the left, from the top, width and height, in modules."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """White that has to stay around a symbol, in modules."""

    left: int
    right: int
    above: int
    below: int


@dataclass(frozen=True, slots=True)
class Symbol:
    """Sizes in modules. ``width`` and ``height`` are without the quiet zone, and so are the rectangles."""

    width: int
    height: float
    quiet: Quiet
    rectangles: tuple[Rectangle, ...]

    @property
    def whole_width(self) -> int:
        return self.quiet.left + self.width + self.quiet.right

    @property
    def whole_height(self) -> float:
        return self.quiet.above + self.height + self.quiet.below


def of_matrix(rows: Sequence[Sequence[int]], *, quiet: int) -> Symbol:
    """Of a square of modules, 1 for dark; neighbours in a row are one rectangle, so that no hair line parts them."""
    found = tuple((x, y, width, 1) for y, row in enumerate(rows) for x, width in _runs(row))
    return Symbol(len(rows[0]), len(rows), Quiet(quiet, quiet, quiet, quiet), found)


def of_bars(widths: Sequence[int], *, height: float, left: int, right: int, long: Iterable[int] = ()) -> Symbol:
    """Of bars and spaces in turn, beginning with a bar; the bars at the places ``long`` go five modules deeper."""
    deeper = set(long)
    found, at = [], 0
    for place, width in enumerate(widths):
        if place % 2 == 0:
            found.append((at, 0, width, height + (5 if at in deeper else 0)))
        at += width
    return Symbol(at, height + (5 if deeper else 0), Quiet(left, right, 0, 0), tuple(found))


def _runs(row: Sequence[int]) -> Iterable[tuple[int, int]]:
    start = None
    for x, dark in enumerate([*row, 0]):
        if dark and start is None:
            start = x
        elif not dark and start is not None:
            yield start, x - start
            start = None
