"""Area of a polygon on the WGS 84 ellipsoid.

Longitudes and latitudes go through the cylindrical equal-area projection of the ellipsoid (Snyder, Map Projections: A
Working Manual, USGS Professional Paper 1395, 1987, equations 3-12 and 10-14 to 10-16), in which the shoelace formula
gives the area exactly but for the sides being straight there; for plots of up to some kilometres that is below a
hundred-thousandth. Floating point is right here: nothing is paid by it, and four decimals of a hectare are kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from math import atanh, radians, sin, sqrt

Position = tuple[Decimal, Decimal]
"""Longitude, latitude."""
_SEMI_MAJOR = 6378137.0
_FLATTENING = 1 / 298.257223563
_E2 = _FLATTENING * (2 - _FLATTENING)
_HECTARE = 10_000


def area_ha(polygons: Sequence[Sequence[Sequence[Position]]]) -> Decimal:
    """Of outer rings less their holes, in hectares with four decimals. Rings are closed."""
    square_metres = sum(_ring(rings[0]) - sum(map(_ring, rings[1:])) for rings in polygons)
    return Decimal(str(square_metres / _HECTARE)).quantize(Decimal("0.0001"))


def _ring(ring: Sequence[Position]) -> float:
    first = ring[0]
    points = [(radians(float(lon - first[0])) * _SEMI_MAJOR, _northing(lat) - _northing(first[1])) for lon, lat in ring]
    doubled = sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(points))
    return abs(doubled) / 2


def _northing(latitude: Decimal) -> float:
    """Equation 10-15 with standard parallel 0: half the semi-major axis times q (equation 3-12)."""
    sine, eccentricity = sin(radians(float(latitude))), sqrt(_E2)
    q = (1 - _E2) * (sine / (1 - _E2 * sine * sine) + atanh(eccentricity * sine) / eccentricity)
    return _SEMI_MAJOR * q / 2
