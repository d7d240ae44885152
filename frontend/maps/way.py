"""``way_map``: the way of a shipment as pictures, the whole of it and what is too small to be seen in that.

1. The lines of all legs are put one behind the other, so that one that crosses the date line goes on.
2. The whole way is drawn wide, and narrow for telephones.
3. Places that fall together in it share a name there; where several legs do, they get a picture of their own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from frontend.maps.projection import Point, Projection

SIZES = (("wide", 960, 440, 70), ("narrow", 360, 300, 42))
DETAIL = (("wide", 470, 300, 60), ("narrow", 360, 280, 48))
CLOSE = 16.0
"""Units: nearer places are one dot."""


@dataclass(frozen=True, slots=True)
class Stroke:
    points: str
    mode: str
    state: str
    """``done``, ``now`` or ``ahead``."""


@dataclass(frozen=True, slots=True)
class Dot:
    x: float
    y: float
    label: str
    anchor: str
    dx: int
    dy: int
    is_end: bool


@dataclass(frozen=True, slots=True)
class Picture:
    size: str
    width: int
    height: int
    meridians: Sequence[tuple[str, float]]
    parallels: Sequence[tuple[str, float]]
    strokes: Sequence[Stroke]
    dots: Sequence[Dot]


@dataclass(frozen=True, slots=True)
class WayMap:
    whole: Sequence[Picture]
    details: Sequence[Sequence[Picture]]


@dataclass(frozen=True, slots=True)
class _Leg:
    mode: str
    state: str
    line: Sequence[Point]
    start: str
    end: str


def way_map(legs: Sequence[Mapping[str, Any]]) -> WayMap | None:
    """Of the API's legs; ``None`` where no leg's ends are both known."""
    drawn = _laid_out([leg for leg in legs if leg["path"]])
    if not drawn:
        return None
    whole = [_picture(drawn, *size) for size in SIZES]
    return WayMap(whole, [[_picture(run, *size) for size in DETAIL] for run in _too_small(drawn)])


def _laid_out(legs: Sequence[Mapping[str, Any]]) -> list[_Leg]:
    found: list[_Leg] = []
    for leg in legs:
        line = [(float(point["longitude"]), float(point["latitude"])) for point in leg["path"]]
        turns = round((found[-1].line[-1][0] - line[0][0]) / 360) if found else 0
        line = [(longitude + 360 * turns, latitude) for longitude, latitude in line]
        found.append(_Leg(leg["mode"].lower(), _state(leg), line, leg["origin"]["name"], leg["destination"]["name"]))
    return found


def _state(leg: Mapping[str, Any]) -> str:
    if leg["actualArrival"]:
        return "done"
    return "now" if leg["actualDeparture"] else "ahead"


def _picture(legs: Sequence[_Leg], size: str, width: int, height: int, margin: int) -> Picture:
    flat = Projection.fitting([point for leg in legs for point in leg.line], width, height, margin)
    strokes = [Stroke(" ".join(f"{x},{y}" for x, y in map(flat.at, leg.line)), leg.mode, leg.state) for leg in legs]
    return Picture(
        size=size,
        width=width,
        height=height,
        meridians=[(degrees_text((degree + 180) % 360 - 180, "E", "W"), x) for degree, x in flat.meridians()],
        parallels=[(degrees_text(degree, "N", "S"), y) for degree, y in flat.parallels()],
        strokes=strokes,
        dots=_dots(legs, flat),
    )


def degrees_text(value: float, positive: str, negative: str) -> str:
    """``15°E``; without a letter for the equator and Greenwich."""
    text = f"{abs(value):g}°"
    return text if value == 0 else f"{text}{positive if value > 0 else negative}"


def _dots(legs: Sequence[_Leg], flat: Projection) -> list[Dot]:
    """Each place once; of places that fall together the first and the last are named."""
    stops = [(legs[0].start, flat.at(legs[0].line[0])), *((leg.end, flat.at(leg.line[-1])) for leg in legs)]
    groups: list[tuple[Point, list[str]]] = []
    for name, (x, y) in stops:
        there = next((group for group in groups if near(group[0], (x, y))), None)
        if there is None:
            groups.append(((x, y), [name]))
        elif name not in there[1]:
            there[1].append(name)
    return [_dot(place, names, flat, index in (0, len(groups) - 1)) for index, (place, names) in enumerate(groups)]


def _dot(place: Point, names: Sequence[str], flat: Projection, is_end: bool) -> Dot:
    x, y = place
    label = names[0] if len(names) == 1 else f"{names[0]} … {names[-1]}"
    below = y < flat.height / 2
    anchor = "start" if x < flat.width * 0.3 else "end" if x > flat.width * 0.7 else "middle"
    return Dot(x, y, label, anchor, {"start": -4, "end": 4, "middle": 0}[anchor], 22 if below else -12, is_end)


def near(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) < CLOSE and abs(one[1] - other[1]) < CLOSE


def _too_small(legs: Sequence[_Leg]) -> list[list[_Leg]]:
    """Runs of legs that are nothing but a dot in the whole picture."""
    _size, width, height, margin = SIZES[0]
    flat = Projection.fitting([point for leg in legs for point in leg.line], width, height, margin)
    runs: list[list[_Leg]] = [[]]
    for leg in legs:
        if near(flat.at(leg.line[0]), flat.at(leg.line[-1])):
            runs[-1].append(leg)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run and len(run) < len(legs)]
