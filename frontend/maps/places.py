"""``places_map``: the places of a chain that are known, joined in the order in which goods came through them."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from frontend.maps.projection import Point, Projection
from frontend.maps.way import SIZES, Dot, Picture, Stroke, degrees_text, near

Stop = tuple[str, Point]


def places_map(nodes: Sequence[Mapping[str, Any]], edges: Sequence[Mapping[str, Any]]) -> Sequence[Picture]:
    """Wide, and narrow for telephones; empty where no place is known."""
    stops = {node["key"]: _stops(node) for node in nodes}
    places = {name: point for found in stops.values() for name, point in found}
    if not places:
        return ()
    ways = _ways(stops, edges)
    return [_picture(places, ways, *size) for size in SIZES]


def _stops(node: Mapping[str, Any]) -> list[Stop]:
    return [
        (step["placeName"], (float(step["longitude"]), float(step["latitude"])))
        for step in node["steps"]
        if step["placeName"] and step["latitude"] is not None and step["longitude"] is not None
    ]


def _ways(stops: Mapping[str, list[Stop]], edges: Sequence[Mapping[str, Any]]) -> list[tuple[Point, Point]]:
    pairs = [(one, other) for found in stops.values() for one, other in pairwise(found)]
    for edge in edges:
        before, after = stops.get(edge["source"]), stops.get(edge["target"])
        if before and after:
            pairs.append((before[-1], after[0]))
    return list(dict.fromkeys((one[1], other[1]) for one, other in pairs if one[1] != other[1]))


def _picture(
    places: Mapping[str, Point], ways: Sequence[tuple[Point, Point]], size: str, width: int, height: int, margin: int
) -> Picture:
    flat = Projection.fitting(places.values(), width, height, margin)
    return Picture(
        size=size,
        width=width,
        height=height,
        meridians=[(degrees_text((degree + 180) % 360 - 180, "E", "W"), x) for degree, x in flat.meridians()],
        parallels=[(degrees_text(degree, "N", "S"), y) for degree, y in flat.parallels()],
        strokes=[Stroke(" ".join(f"{x},{y}" for x, y in map(flat.at, way)), "chain", "done") for way in ways],
        dots=_dots(places, flat),
    )


def _dots(places: Mapping[str, Point], flat: Projection) -> list[Dot]:
    """Places that fall together share a dot and its label."""
    groups: list[tuple[Point, list[str]]] = []
    for name, point in places.items():
        at = flat.at(point)
        known = next((group for group in groups if near(group[0], at)), None)
        if known is None:
            groups.append((at, [name]))
        else:
            known[1].append(name)
    return [_dot(at, names, flat) for at, names in groups]


def _dot(at: Point, names: Sequence[str], flat: Projection) -> Dot:
    x, y = at
    label = names[0] if len(names) == 1 else f"{names[0]} +{len(names) - 1}"
    anchor = "start" if x < flat.width * 0.3 else "end" if x > flat.width * 0.7 else "middle"
    dx = {"start": -4, "end": 4, "middle": 0}[anchor]
    return Dot(x, y, label, anchor, dx, dy=22 if y < flat.height / 2 else -12, is_end=True)
