"""``read_boundary``: the outline of a plot as GeoJSON (RFC 7946), checked before anybody relies on it.

1. Polygon or MultiPolygon, bare, or in a Feature or a FeatureCollection of one; longitude before latitude.
2. Numbers keep the digits they were written with; at least one has six decimals, or the outline is too coarse
   (Regulation (EU) 2023/1115, article 2(28): six decimal digits).
3. Every ring is closed, has an area, and no two sides touch or cross but where they follow each other.
4. It lies in the country it is said to be in, as far as that is told; swapped axes are recognised and said.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from catalog.traceability.places.area import Position, area_ha
from catalog.traceability.places.crossing import first_crossing

LONGEST = 200_000
MOST_POSITIONS = 2000
DECIMALS = 6
COUNTRIES = {"VN": (Decimal(102), Decimal("6.5"), Decimal("117.9"), Decimal("23.5"))}
"""West, south, east, north, with the islands; countries that are not here are not checked."""
Ring = list[Position]


class BadBoundary(ValueError):
    """``problem`` names what is wrong, ``data`` where."""

    def __init__(self, problem: str, **data: object) -> None:
        super().__init__(f"{problem} {data}")
        self.problem = problem
        self.data = data


@dataclass(frozen=True, slots=True)
class Boundary:
    geometry: str
    """The geometry alone, digits as they were given."""
    polygons: tuple[tuple[tuple[Position, ...], ...], ...]
    area_ha: Decimal

    @property
    def middle(self) -> Position:
        """Mean of the corners of the first outer ring: a point to show, not a centroid to measure from."""
        ring = self.polygons[0][0][:-1]
        six = Decimal("0.000001")
        return (
            (sum((lon for lon, _ in ring), Decimal()) / len(ring)).quantize(six),
            (sum((lat for _, lat in ring), Decimal()) / len(ring)).quantize(six),
        )


def read_boundary(text: str, *, country: str) -> Boundary:
    """Raises `BadBoundary`."""
    if len(text) > LONGEST:
        raise BadBoundary("TOO_LONG", most=LONGEST)
    geometry = _geometry(_parsed(text))
    given = geometry.get("coordinates")
    polygons = [given] if geometry["type"] == "Polygon" else given
    if not isinstance(polygons, list) or not polygons:
        raise BadBoundary("NOT_GEOJSON")
    read = tuple(tuple(tuple(_ring(ring)) for ring in _rings(polygon)) for polygon in polygons)
    positions = [position for rings in read for ring in rings for position in ring]
    _check_positions(positions, country)
    crossing = first_crossing([ring for rings in read for ring in rings])
    if crossing is not None:
        raise BadBoundary("CROSSES_ITSELF", longitude=crossing[0], latitude=crossing[1])
    area = area_ha(read)
    if area <= 0:
        raise BadBoundary("NO_AREA")
    return Boundary(_written(geometry), read, area)


def check_point(longitude: Decimal, latitude: Decimal, *, country: str) -> None:
    """Raises `BadBoundary`."""
    _check_place([(longitude, latitude)], country)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, parse_float=_Digits, parse_int=_Digits)
    except (ValueError, RecursionError) as error:
        raise BadBoundary("NOT_GEOJSON") from error


class _Digits(Decimal):
    """A number that remembers how it was written."""


def _geometry(given: Any) -> dict[str, Any]:
    if isinstance(given, dict) and given.get("type") == "FeatureCollection":
        features = given.get("features")
        if not isinstance(features, list) or len(features) != 1:
            raise BadBoundary("ONE_FEATURE")
        given = features[0]
    if isinstance(given, dict) and given.get("type") == "Feature":
        given = given.get("geometry")
    if not isinstance(given, dict):
        raise BadBoundary("NOT_GEOJSON")
    if given.get("type") not in ("Polygon", "MultiPolygon"):
        raise BadBoundary("NOT_A_POLYGON")
    return given


def _rings(polygon: Any) -> list[Any]:
    if not isinstance(polygon, list) or not polygon:
        raise BadBoundary("NOT_GEOJSON")
    return polygon


def _ring(given: Any) -> Ring:
    if not isinstance(given, list):
        raise BadBoundary("NOT_GEOJSON")
    if len(given) > MOST_POSITIONS:
        raise BadBoundary("TOO_MANY", most=MOST_POSITIONS)
    ring = [_position(each) for each in given]
    if len(ring) < 4 or ring[0] != ring[-1]:
        raise BadBoundary("NOT_CLOSED")
    return ring


def _position(given: Any) -> Position:
    is_pair = isinstance(given, list) and len(given) in (2, 3) and all(isinstance(one, _Digits) for one in given)
    if not is_pair or not all(one.is_finite() and abs(one) <= 180 for one in given[:2]):
        raise BadBoundary("NOT_GEOJSON")
    return given[0], given[1]


def _check_positions(positions: Sequence[Position], country: str) -> None:
    if len(positions) > MOST_POSITIONS:
        raise BadBoundary("TOO_MANY", most=MOST_POSITIONS)
    if all(_decimals(number) < DECIMALS for position in positions for number in position):
        raise BadBoundary("TOO_COARSE", decimals=DECIMALS)
    _check_place(positions, country)


def _check_place(positions: Sequence[Position], country: str) -> None:
    box = COUNTRIES.get(country, (Decimal(-180), Decimal(-90), Decimal(180), Decimal(90)))
    for longitude, latitude in positions:
        if not _inside(longitude, latitude, box):
            problem = "SWAPPED" if _inside(latitude, longitude, box) else "ELSEWHERE"
            raise BadBoundary(problem, longitude=longitude, latitude=latitude)


def _inside(longitude: Decimal, latitude: Decimal, box: tuple[Decimal, Decimal, Decimal, Decimal]) -> bool:
    return box[0] <= longitude <= box[2] and box[1] <= latitude <= box[3]


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _written(geometry: dict[str, Any]) -> str:
    return f'{{"type": "{geometry["type"]}", "coordinates": {_listed(geometry["coordinates"])}}}'


def _listed(value: Any) -> str:
    return f"[{', '.join(map(_listed, value))}]" if isinstance(value, list) else f"{value:f}"
