"""Outlines of plots: what is read, measured and refused."""

from decimal import Decimal
from itertools import pairwise
from math import cos, radians, sin
from random import Random
from typing import Any

import pytest

from catalog.traceability.places.boundary import BadBoundary, read_boundary
from catalog.traceability.places.crossing import first_crossing

SQUARE = "[[106.370000, 11.260000], [106.380000, 11.260000], [106.380000, 11.270000], [106.370000, 11.270000], [106.370000, 11.260000]]"  # noqa: E501  # one ring reads best in one line


def polygon(*rings: str) -> str:
    return f'{{"type": "Polygon", "coordinates": [{", ".join(rings)}]}}'


def test_area_is_that_of_the_ellipsoid_and_digits_stay_as_they_were() -> None:
    """Against the ellipsoid's own element of area, summed over thin bands."""
    degree = "[[106.000000,0],[107.000000,0],[107.000000,1],[106.000000,1],[106.000000,0]]"
    assert float(read_boundary(polygon(degree), country="ID").area_ha) == pytest.approx(_band(0, 1), rel=1e-7)
    small = read_boundary(polygon(SQUARE), country="VN")
    assert Decimal("120.6") < small.area_ha < Decimal("120.9")
    assert "106.370000" in small.geometry
    assert small.middle == (Decimal("106.375000"), Decimal("11.265000"))


def _band(south: float, north: float) -> float:
    """Hectares of one degree of longitude: the integral of both radii of curvature and the cosine."""
    a, f, steps = 6378137.0, 1 / 298.257223563, 2000
    squared = f * (2 - f)
    width = radians(north - south) / steps
    total = 0.0
    for number in range(steps):
        at = radians(south) + (number + 0.5) * width
        total += a * a * (1 - squared) * cos(at) / (1 - squared * sin(at) ** 2) ** 2 * width
    return total * radians(1) / 10_000


def test_a_hole_is_taken_off_and_a_second_part_added() -> None:
    hole = "[[106.372,11.262],[106.374,11.262],[106.374,11.264],[106.372,11.264],[106.372,11.262]]"
    whole, holed = (read_boundary(polygon(*rings), country="VN") for rings in ((SQUARE,), (SQUARE, hole)))
    assert whole.area_ha - holed.area_ha == pytest.approx(whole.area_ha / 25, abs=Decimal("0.01"))
    away = SQUARE.replace("106.37", "106.47").replace("106.38", "106.48")
    two = f'{{"type": "Feature", "geometry": {{"type": "MultiPolygon", "coordinates": [[{SQUARE}], [{away}]]}}}}'
    assert read_boundary(two, country="VN").area_ha == pytest.approx(2 * whole.area_ha, abs=Decimal("0.001"))


def ring(corners: str) -> str:
    """``7 2, 8 3`` is 106.37 east 11.22 north, then 106.38 east 11.23 north; the first comes again at the end."""
    pairs = [f"[106.3{one.split()[0]}0000, 11.2{one.split()[1]}0000]" for one in corners.split(", ")]
    return polygon(f"[{', '.join([*pairs, pairs[0]])}]")


def test_outlines_that_are_refused_each_for_its_reason() -> None:
    bow, spike = ring("7 6, 8 7, 8 6, 7 7"), ring("7 6, 8 6, 7 6, 7 7")
    cases: dict[str, list[Any]] = {
        "NOT_GEOJSON": ["", "[", "7", '{"type": "Feature"}', polygon("[[1]]"), polygon('[["a", "b"]]'),
                        '{"type": "Polygon", "coordinates": []}', "[" * 5000, polygon("[[1e999, 1], [2, 3]]"),
                        polygon("[[NaN, 1]]"), '{"type": "MultiPolygon", "coordinates": [[]]}'],
        "ONE_FEATURE": ['{"type": "FeatureCollection", "features": []}'],
        "NOT_A_POLYGON": ['{"type": "Point", "coordinates": [106.370001, 11.26]}'],
        "NOT_CLOSED": [polygon("[[106.370001, 11.26], [106.38, 11.26], [106.38, 11.27], [106.37, 11.27]]")],
        "TOO_COARSE": [polygon(SQUARE.replace("0000", ""))],
        "CROSSES_ITSELF": [bow, spike, polygon(SQUARE, SQUARE)],
        "SWAPPED": [polygon("[[11.260001, 106.37], [11.26, 106.38], [11.27, 106.38], [11.260001, 106.37]]")],
        "ELSEWHERE": [polygon("[[2.260001, 48.37], [2.36, 48.38], [2.27, 48.5], [2.260001, 48.37]]")],
        "TOO_LONG": [" " * 200_001],
    }  # fmt: skip
    for problem, texts in cases.items():
        for text in texts:
            with pytest.raises(BadBoundary) as refused:
                read_boundary(text, country="VN")
            assert refused.value.problem == problem, text[:80]


def test_the_sweep_finds_what_comparing_all_sides_finds() -> None:
    random = Random(7)  # noqa: S311  # the same polygons every time, nobody's secret
    found = 0
    for _ in range(150):
        corners = [
            (Decimal(random.randint(0, 30)), Decimal(random.randint(0, 30))) for _ in range(random.randint(3, 6))
        ]
        closed = [*corners, corners[0]]
        crosses = first_crossing([closed]) is not None
        assert crosses == _slowly(closed), closed
        found += crosses
    assert 20 < found < 130


def _slowly(closed: list[tuple[Decimal, Decimal]]) -> bool:
    """By solving for the parameters of both sides, in fractions, for every pair."""
    sides = list(pairwise(closed))
    count = len(sides)
    for i in range(count):
        for j in range(i + 1, count):
            (a, b), (c, d) = sides[i], sides[j]
            follow = j - i == 1 or (i == 0 and j == count - 1)
            shared = {a, b} & {c, d} if follow else set()
            points = [p for p in (a, b, c, d) if _on(p, a, b) and _on(p, c, d) and p not in shared]
            if a == b or c == d or points or (not follow and _cross(a, b, c, d)):
                return True
            if follow and len({a, b} & {c, d}) > 1:
                return True
    return False


def _on(p: Any, a: Any, b: Any) -> bool:
    flat = (b[0] - a[0]) * (p[1] - a[1]) == (b[1] - a[1]) * (p[0] - a[0])
    return bool(flat and min(a[0], b[0]) <= p[0] <= max(a[0], b[0]) and min(a[1], b[1]) <= p[1] <= max(a[1], b[1]))


def _cross(a: Any, b: Any, c: Any, d: Any) -> bool:
    along, across = (b[0] - a[0], b[1] - a[1]), (d[0] - c[0], d[1] - c[1])
    base = along[0] * across[1] - along[1] * across[0]
    if base == 0:
        return False
    t = ((c[0] - a[0]) * across[1] - (c[1] - a[1]) * across[0]) / base
    u = ((c[0] - a[0]) * along[1] - (c[1] - a[1]) * along[0]) / base
    return bool(0 <= t <= 1 and 0 <= u <= 1)
