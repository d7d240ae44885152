"""Where the wards of Bình Dương lie: a point in the middle of each (README.md says whence)."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "wards.csv"
VENUE = "Phường Bình Dương"
"""The ward of Bình Dương New City, where the World Trade Center's exhibition halls stand."""


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees, WGS 84."""

    longitude: float
    latitude: float


@cache
def wards() -> Mapping[str, Point]:
    """By their full names, as addresses have them: ``Phường Dĩ An``."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        return {row["name"]: Point(float(row["longitude"]), float(row["latitude"])) for row in csv.DictReader(lines)}


@cache
def bounds() -> tuple[float, float, float, float]:
    """West, south, east and north of all of them, a tenth of a degree wider for exact points at the rim."""
    points = wards().values()
    across, upward = [each.longitude for each in points], [each.latitude for each in points]
    return (
        round(min(across) - 0.1, 3),
        round(min(upward) - 0.1, 3),
        round(max(across) + 0.1, 3),
        round(max(upward) + 0.1, 3),
    )
