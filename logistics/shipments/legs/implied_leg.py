"""The one leg of a shipment for which nobody planned any: from the seller to the buyer, as the carrier sees fit."""

from __future__ import annotations

from functools import cache

from i18n.text import fold
from logistics.consignment import Party
from logistics.places.place import Place, places
from logistics.shipments.legs.leg import ShipmentLeg
from logistics.shipments.legs.mode import LegMode
from logistics.shipments.shipment import Shipment


def implied_leg(shipment: Shipment) -> ShipmentLeg:
    """Not stored. Its places are the towns alone."""
    consignment = shipment.consignment
    return ShipmentLeg(
        shipment=shipment,
        number=1,
        mode=LegMode.PARCEL,
        from_place=town_of(consignment.seller),
        from_code=code_of(consignment.seller),
        to_place=town_of(consignment.buyer),
        to_code=code_of(consignment.buyer),
        actual_departure=shipment.shipped_at,
        actual_arrival=shipment.delivered_at,
    )


def town_of(party: Party) -> str:
    """The town, the province or the country; what a post office wants in capitals is written as a name."""
    name = party.city or party.region
    return (name.title() if name.isupper() else name) or party.country


def code_of(party: Party) -> str:
    """UN/LOCODE of the town or the province, where we know a place of that name; else empty."""
    for name in filter(None, (party.city, party.region)):
        known = _by_name().get((party.country, fold(name)))
        if known is not None:
            return known.code
    return ""


@cache
def _by_name() -> dict[tuple[str, str], Place]:
    return {(place.country, fold(place.name)): place for place in reversed(places().values())}
