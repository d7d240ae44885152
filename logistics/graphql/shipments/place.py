"""Places in the API."""

from __future__ import annotations

from dataclasses import dataclass

from logistics.places.place import places
from logistics.shipments.legs.leg import ShipmentLeg
from logistics.shipments.legs.path import path_of
from marketplace.graphql import ANYONE, Field, Float, ObjectType, String


@dataclass(frozen=True, slots=True)
class Spot:
    name: str
    code: str
    latitude: float | None
    longitude: float | None

    @property
    def country(self) -> str | None:
        return self.code[:2] or None


def spot(name: str, code: str) -> Spot:
    known = places().get(code)
    return Spot(name, code, known.latitude if known else None, known.longitude if known else None)


def points_of(leg: ShipmentLeg) -> list[dict[str, float]]:
    """The line to draw; empty where an end of it is nowhere that we know."""
    start, end = places().get(leg.from_code), places().get(leg.to_code)
    if start is None or end is None:
        return []
    line = path_of(leg.mode, (start.longitude, start.latitude), (end.longitude, end.latitude))
    return [{"longitude": longitude, "latitude": latitude} for longitude, latitude in line]


class TransportPlace(ObjectType):
    """Where a leg begins or ends."""

    class Meta:
        access = ANYONE

    name = Field(String, required=True)
    code = Field(String, required=True, description="UN/LOCODE; empty for a place that has none here.")
    country = Field(String, description="ISO 3166-1 alpha-2.")
    latitude = Field(Float, description="Degrees of WGS 84; null where it is not known.")
    longitude = Field(Float)


class GeoPoint(ObjectType):
    """A point of a line to draw. Longitudes go beyond 180 where a line crosses the date line."""

    class Meta:
        access = ANYONE

    latitude = Field(Float, required=True)
    longitude = Field(Float, required=True)
