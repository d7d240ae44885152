"""``path_of``: the line to draw a leg as, from its beginning to its end.

1. On land and on rivers the line is straight: the distances are short.
2. In the air it is the great circle, in steps.
3. At sea it is the shortest way through the net of `sea_lanes`, from the nearest point of the one port to the nearest
   of the other.
Longitudes go on beyond 180 rather than jump, so that a line across the Pacific is one line.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from heapq import heappop, heappush
from math import asin, atan2, cos, degrees, pi, radians, sin, sqrt

from logistics.shipments.legs.mode import LegMode
from logistics.shipments.legs.sea_lanes import LANES, POINTS, Point

STEPS_IN_THE_AIR = 24
NEAR = 0.02
"""As a share of the earth's circumference: closer ports are joined by a straight line."""


def path_of(mode: str, start: Point, end: Point) -> list[Point]:
    """Points of longitude and latitude, both ends among them."""
    if mode == LegMode.VESSEL and _apart(start, end) / (2 * pi) > NEAR:
        return _unwrapped([start, *_lane(start, end), end])
    if mode in (LegMode.AIR, LegMode.PARCEL) and start != end:
        return _unwrapped(_great_circle(start, end))
    return _unwrapped([start, end])


def _lane(start: Point, end: Point) -> list[Point]:
    return [POINTS[name] for name in _shortest(_nearest(start), _nearest(end))]


def _nearest(point: Point) -> str:
    return min(POINTS, key=lambda name: _apart(POINTS[name], point))


@cache
def _shortest(start: str, end: str) -> tuple[str, ...]:
    """Dijkstra's algorithm; the net is in one piece, so there always is a way."""
    neighbours = _net()
    waiting: list[tuple[float, str, tuple[str, ...]]] = [(0.0, start, (start,))]
    done: set[str] = set()
    while waiting:
        far, at, way = heappop(waiting)
        if at == end:
            return way
        if at in done:
            continue
        done.add(at)
        for other in neighbours[at]:
            if other not in done:
                heappush(waiting, (far + _apart(POINTS[at], POINTS[other]), other, (*way, other)))
    return (start, end)


@cache
def _net() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {name: [] for name in POINTS}
    for lane in LANES:
        one, other = lane.split()
        found[one].append(other)
        found[other].append(one)
    return found


def _apart(one: Point, other: Point) -> float:
    """The angle between two points as seen from the middle of the earth, in radians."""
    upward, across = radians(other[1] - one[1]), radians(other[0] - one[0])
    half = sin(upward / 2) ** 2 + cos(radians(one[1])) * cos(radians(other[1])) * sin(across / 2) ** 2
    return 2 * asin(min(1.0, sqrt(half)))


def _great_circle(start: Point, end: Point) -> list[Point]:
    angle = _apart(start, end)
    if not 0 < angle < pi:
        return [start, end]
    return [_between(start, end, angle, step / STEPS_IN_THE_AIR) for step in range(STEPS_IN_THE_AIR + 1)]


def _between(start: Point, end: Point, angle: float, share: float) -> Point:
    (east1, north1), (east2, north2) = ((radians(lon), radians(lat)) for lon, lat in (start, end))
    first, second = sin((1 - share) * angle) / sin(angle), sin(share * angle) / sin(angle)
    x = first * cos(north1) * cos(east1) + second * cos(north2) * cos(east2)
    y = first * cos(north1) * sin(east1) + second * cos(north2) * sin(east2)
    z = first * sin(north1) + second * sin(north2)
    return degrees(atan2(y, x)), degrees(atan2(z, sqrt(x * x + y * y)))


def _unwrapped(points: Sequence[Point]) -> list[Point]:
    found = [points[0]]
    for longitude, latitude in points[1:]:
        turns = round((found[-1][0] - longitude) / 360)
        found.append((round(longitude + 360 * turns, 3), round(latitude, 3)))
    return found
