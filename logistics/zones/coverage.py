"""Which of a seller's zones serve an address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from i18n.text import fold

if TYPE_CHECKING:
    from logistics.consignment import Party
    from logistics.zones.zone import ShippingZone


def zones_that_serve(zones: Sequence[ShippingZone], party: Party) -> list[ShippingZone]:
    """The most exact ones only:

    1. zones that name the region the address is in;
    2. otherwise zones that name its country and no region of it;
    3. otherwise default zones.

    With "Ho Chi Minh City" and "Rest of Vietnam", an address in Thủ Dầu Một is served by the first alone.
    """
    by_region = [zone for zone in zones if any(_is_in(party, each) for each in _regions(zone, party.country))]
    if by_region:
        return by_region
    by_country = [zone for zone in zones if party.country in zone.countries and not _regions(zone, party.country)]
    return by_country or [zone for zone in zones if zone.is_default]


def _regions(zone: ShippingZone, country: str) -> list[str]:
    return [entry["region"] for entry in zone.regions if entry["country"] == country]


def _is_in(party: Party, region: str) -> bool:
    """The region's name is a whole part of the address's: "Hồ Chí Minh" is in "Thành phố Hồ Chí Minh"."""
    wanted = fold(region).split()
    return any(_contains(fold(text).split(), wanted) for text in (party.region, party.city, party.area) if text)


def _contains(words: list[str], wanted: list[str]) -> bool:
    length = len(wanted)
    return bool(wanted) and any(words[at : at + length] == wanted for at in range(len(words) - length + 1))
