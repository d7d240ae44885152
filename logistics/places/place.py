"""Ports, depots, stations and airports by their UN/LOCODE."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "data" / "places.csv"


class PlaceKind(StrEnum):
    """What goods can do at a place: `PORT` is any quay, of the sea or of a river; `DEPOT` clears goods inland."""

    PORT = "port"
    RAIL = "rail"
    ROAD = "road"
    AIRPORT = "airport"
    DEPOT = "depot"


class UnknownPlace(ValueError):
    """No line of the table has this code."""

    def __init__(self, code: str) -> None:
        super().__init__(f"there is no place {code!r}")
        self.code = code


@dataclass(frozen=True, slots=True)
class Place:
    """Where it is, in degrees of WGS 84, and what it is called there."""

    code: str
    """UN/LOCODE: the country's two letters and three more."""
    name: str
    latitude: float
    longitude: float
    kinds: frozenset[PlaceKind]

    @property
    def country(self) -> str:
        return self.code[:2]

    def is_kind(self, kind: PlaceKind) -> bool:
        return kind in self.kinds


@cache
def places() -> dict[str, Place]:
    """Every place by its code, in the order of the codes."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        return {row["code"]: _place(row) for row in csv.DictReader(lines)}


def place_of(code: str) -> Place:
    """The place with this UN/LOCODE, written in any way (``vn stc``); raises ``UnknownPlace``."""
    try:
        return places()[normal_code(code)]
    except KeyError:
        raise UnknownPlace(code) from None


def normal_code(text: str) -> str:
    """``VN STC``, ``vnstc`` and ``VN-STC`` are one code."""
    return text.replace(" ", "").replace("-", "").upper()


def places_of_kind(kind: PlaceKind, *, country: str = "") -> list[Place]:
    """In the order of their codes; of one country where one is named."""
    return [place for place in places().values() if kind in place.kinds and country in ("", place.country)]


def _place(row: dict[str, str]) -> Place:
    return Place(
        code=row["code"],
        name=row["name"],
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        kinds=frozenset(PlaceKind(kind) for kind in row["kinds"].split()),
    )
