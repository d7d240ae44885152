"""Outlines of booths on paper: the line around one, and the roomiest rectangle in it for what is written there."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

Place = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, width, depth."""


def corners(booth: dict[str, Any]) -> list[Place]:
    """In metres; of a rectangle also when the answer has no points."""
    points = booth.get("points")
    if points and not booth.get("isRectangle"):
        return [(float(point["x"]), float(point["y"])) for point in points]
    x, y, width, depth = (float(booth[name]) for name in ("x", "y", "width", "depth"))
    return [(x, y), (x + width, y), (x + width, y + depth), (x, y + depth)]


def line_around(points: Sequence[Place], unit: float) -> str:
    """The ``d`` of a path."""
    scaled = [f"{round(x * unit, 2):g} {round(y * unit, 2):g}" for x, y in points]
    return f"M{'L'.join(scaled)}Z"


def roomiest(points: Sequence[Place]) -> Box:
    """The largest rectangle that reaches from one corner's height to another's, inside the outline."""
    heights = sorted({y for _, y in points})
    best: Box = (0, 0, 0, 0)
    for number, top in enumerate(heights):
        for bottom in heights[number + 1 :]:
            for left, right in _within(points, heights, top, bottom):
                if (right - left) * (bottom - top) > best[2] * best[3]:
                    best = (left, top, right - left, bottom - top)
    return best


def _within(points: Sequence[Place], heights: Sequence[float], top: float, bottom: float) -> list[Place]:
    """What is inside everywhere between two heights."""
    kept: list[Place] | None = None
    for upper, lower in pairwise([height for height in heights if top <= height <= bottom]):
        middle = (upper + lower) / 2
        xs = sorted(x1 for (x1, y1), (_x2, y2) in pairwise([*points, points[0]]) if (y1 > middle) != (y2 > middle))
        spans = list(zip(xs[::2], xs[1::2], strict=False))
        kept = spans if kept is None else _common(kept, spans)
    return kept or []


def _common(one: Sequence[Place], two: Sequence[Place]) -> list[Place]:
    pairs = ((max(a, c), min(b, d)) for a, b in one for c, d in two)
    return [(left, right) for left, right in pairs if left < right]
