"""``step_map``: places as numbered dots in the order of the steps, with a line between them; no tiles, no outline."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from frontend.maps.projection import Point, Projection

WIDTH, HEIGHT, MARGIN = 360, 220, 40
CLOSE = 12.0
"""Units: nearer places are one dot with several numbers."""


@dataclass(frozen=True, slots=True)
class Spot:
    x: float
    y: float
    numbers: str
    """Of the steps that were there: ``1, 2``."""


@dataclass(frozen=True, slots=True)
class StepMap:
    width: int
    height: int
    meridians: Sequence[tuple[str, float]]
    parallels: Sequence[tuple[str, float]]
    line: str
    spots: Sequence[Spot]


def step_map(steps: Sequence[Mapping[str, Any]]) -> StepMap | None:
    """Of the API's steps; ``None`` where no place is public."""
    known = [(number, _point(step["point"])) for number, step in enumerate(steps, start=1) if step.get("point")]
    if not known:
        return None
    flat = Projection.fitting([point for _number, point in known], WIDTH, HEIGHT, MARGIN)
    placed = [(number, flat.at(point)) for number, point in known]
    return StepMap(
        width=WIDTH,
        height=HEIGHT,
        meridians=[(_degrees(degree, "E", "W"), x) for degree, x in flat.meridians()],
        parallels=[(_degrees(degree, "N", "S"), y) for degree, y in flat.parallels()],
        line=" ".join(f"{x},{y}" for _number, (x, y) in placed),
        spots=_spots(placed),
    )


def _point(point: Mapping[str, Any]) -> Point:
    return float(point["longitude"]), float(point["latitude"])


def _spots(placed: Sequence[tuple[int, Point]]) -> list[Spot]:
    groups: list[tuple[Point, list[int]]] = []
    for number, (x, y) in placed:
        near = next((one for one in groups if abs(one[0][0] - x) < CLOSE and abs(one[0][1] - y) < CLOSE), None)
        if near is None:
            groups.append(((x, y), [number]))
        else:
            near[1].append(number)
    return [Spot(x, y, ", ".join(map(str, numbers))) for (x, y), numbers in groups]


def _degrees(value: float, positive: str, negative: str) -> str:
    text = f"{abs(value):g}°"
    return text if value == 0 else f"{text}{positive if value > 0 else negative}"
