"""``makers_place``: where in Bình Dương a maker works, to the district; of a workshop's own place nothing is shown.

Districts are those until 2025-06-30, whose names people still use. Their places are those of their towns, rivers are
drawn roughly: the picture says near what, not how to get there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from frontend.maps.projection import Point, Projection

WIDTH, HEIGHT, MARGIN = 440, 440, 44
EARTH_KM = 6371.0
DISTRICTS: Mapping[str, Point] = {
    "Thủ Dầu Một": (106.651, 10.980),
    "Thuận An": (106.700, 10.905),
    "Dĩ An": (106.769, 10.906),
    "Tân Uyên": (106.797, 11.066),
    "Bến Cát": (106.590, 11.152),
    "Bàu Bàng": (106.632, 11.271),
    "Dầu Tiếng": (106.362, 11.279),
    "Phú Giáo": (106.795, 11.289),
    "Bắc Tân Uyên": (106.851, 11.131),
}
NAMED_BEFORE = {"Thuận An", "Bàu Bàng", "Tân Uyên", "Bắc Tân Uyên"}
"""Their names stand to the left, where no other's does."""
PORT: Point = (106.788, 10.757)
"""The container terminals of Cát Lái."""
RIVERS: Sequence[Sequence[Point]] = (
    (
        (106.333, 11.323),
        (106.42, 11.19),
        (106.52, 11.07),
        (106.60, 11.02),
        (106.645, 10.98),
        (106.69, 10.90),
        (106.72, 10.83),
        (106.71, 10.78),
        (106.765, 10.76),
    ),
    (
        (107.03, 11.10),
        (106.94, 11.045),
        (106.83, 11.055),
        (106.795, 11.0),
        (106.82, 10.94),
        (106.84, 10.87),
        (106.80, 10.79),
        (106.765, 10.76),
    ),
)


@dataclass(frozen=True, slots=True)
class Town:
    name: str
    x: float
    y: float
    anchor: str
    dx: int
    is_it: bool


@dataclass(frozen=True, slots=True)
class MakersPlace:
    width: int
    height: int
    towns: Sequence[Town]
    rivers: Sequence[str]
    port: Point
    district: str
    km_to_port: int
    """As the crow flies, in tens."""


def makers_place(district: str | None) -> MakersPlace | None:
    """Of a district's name, with or without what kind of unit it was; ``None`` for one that is not here."""
    name = next((known for known in sorted(DISTRICTS, key=len, reverse=True) if known in (district or "")), None)
    if name is None:
        return None
    flat = Projection.fitting([*DISTRICTS.values(), PORT], WIDTH, HEIGHT, MARGIN)
    return MakersPlace(
        width=WIDTH,
        height=HEIGHT,
        towns=[_town(town, flat, town == name) for town in DISTRICTS],
        rivers=[" ".join(f"{x},{y}" for x, y in map(flat.at, river)) for river in RIVERS],
        port=flat.at(PORT),
        district=name,
        km_to_port=round(_kilometres(DISTRICTS[name], PORT) / 10) * 10,
    )


def _town(name: str, flat: Projection, is_it: bool) -> Town:
    x, y = flat.at(DISTRICTS[name])
    before = name in NAMED_BEFORE
    return Town(name, x, y, "end" if before else "start", -11 if before else 11, is_it)


def _kilometres(start: Point, end: Point) -> float:
    upward, across = radians(end[1] - start[1]), radians(end[0] - start[0])
    half = sin(upward / 2) ** 2 + cos(radians(start[1])) * cos(radians(end[1])) * sin(across / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))
