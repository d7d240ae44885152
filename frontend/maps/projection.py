"""From degrees to the units of a picture (Mercator), fitted to what is to be seen."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import atan, ceil, degrees, exp, floor, log, pi, radians, tan
from typing import Self

Point = tuple[float, float]
FARTHEST_NORTH = 80.0
LEAST_SPAN = 0.35
"""Degrees: two places in one town still make a picture."""
STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 20, 30, 45)
MOST_LINES = 7


@dataclass(frozen=True, slots=True)
class Projection:
    west: float
    north: float
    scale: float
    """Units for each degree of longitude."""
    width: int
    height: int

    @classmethod
    def fitting(cls, points: Iterable[Point], width: int, height: int, margin: int) -> Self:
        """All points within the margin, and as large as that allows."""
        known = list(points)
        longitudes, rises = [x for x, _ in known], [_rise(y) for _, y in known]
        across = max(max(longitudes) - min(longitudes), LEAST_SPAN)
        upward = max(max(rises) - min(rises), LEAST_SPAN)
        scale = min((width - 2 * margin) / across, (height - 2 * margin) / upward)
        middle_x, middle_y = (max(longitudes) + min(longitudes)) / 2, (max(rises) + min(rises)) / 2
        return cls(middle_x - width / scale / 2, middle_y + height / scale / 2, scale, width, height)

    def at(self, point: Point) -> Point:
        return round((point[0] - self.west) * self.scale, 1), round((self.north - _rise(point[1])) * self.scale, 1)

    def meridians(self) -> Iterator[tuple[float, float]]:
        """Round degrees of longitude and where they stand."""
        east = self.west + self.width / self.scale
        for degree in _round_degrees(self.west, east):
            yield degree, round((degree - self.west) * self.scale, 1)

    def parallels(self) -> Iterator[tuple[float, float]]:
        """Round degrees of latitude and where they lie."""
        south = self.north - self.height / self.scale
        for degree in _round_degrees(_fall(south), _fall(self.north)):
            yield degree, round((self.north - _rise(degree)) * self.scale, 1)


def _round_degrees(first: float, last: float) -> list[float]:
    step = next((step for step in STEPS if (last - first) / step <= MOST_LINES), STEPS[-1])
    return [round(number * step, 2) for number in range(ceil(first / step), floor(last / step) + 1)]


def _rise(latitude: float) -> float:
    """Mercator's ordinate, in degrees."""
    bounded = max(-FARTHEST_NORTH, min(FARTHEST_NORTH, latitude))
    return log(tan(pi / 4 + radians(bounded) / 2)) * 180 / pi


def _fall(rise: float) -> float:
    return degrees(2 * atan(exp(rise * pi / 180)) - pi / 2)
