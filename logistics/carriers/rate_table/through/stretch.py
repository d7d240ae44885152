"""Stretches of through routes as data: ``lanes/*.toml``, a service each, in editions that hold from a day to a day."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from i18n.messages import gettext_noop as _

FOLDER = Path(__file__).parent / "lanes"
NAMES = {
    "sea_fcl": _("Sea freight, full container, by barge from Bình Dương"),
    "sea_lcl_barge": _("Sea freight, shared container, by barge from Bình Dương"),
    "rail_fcl": _("Rail freight, full container, from Sóng Thần"),
    "rail_lcl": _("Rail freight, shared wagon, from Sóng Thần"),
}
"""Here so that the catalogs of messages find them; a test keeps them equal to the files."""
HANDLED = {
    "origin": _("Handling, papers and customs clearance at the place of loading"),
    "destination": _("Handling and papers at the place of arrival"),
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """One leg: what it costs per container of a type, or per cubic metre or tonne (``m3``)."""

    mode: str
    origin: str
    destination: str
    days: tuple[int, int]
    prices: Mapping[str, Decimal]
    once: Decimal
    """Added once per consignment."""
    countries: frozenset[str]
    """Of a last stretch: where it brings goods to."""
    regions: tuple[str, ...]
    what: str = ""

    def serves(self, country: str, region: str) -> bool:
        if country not in self.countries:
            return False
        return not self.regions or any(part in region.casefold() for part in self.regions)


@dataclass(frozen=True, slots=True)
class LaneEdition:
    """From a day to a day: the ways to the port, from port to port, and from there to the door."""

    effective_from: date
    effective_to: date | None
    first: tuple[tuple[Stretch, ...], ...]
    """Each a way of one or more stretches from the seller to a port or station of loading."""
    main: tuple[Stretch, ...]
    last: tuple[Stretch, ...]

    def holds_on(self, day: date) -> bool:
        return self.effective_from <= day and (self.effective_to is None or day <= self.effective_to)


@dataclass(frozen=True, slots=True)
class LaneTariff:
    """A service whose price is the sum of its stretches."""

    service: str
    name: str
    currency: str
    by_container: bool
    fuel: str
    """The kind of surcharge on the main stretch."""
    least: Decimal
    """Cubic metres or tonnes from which it is offered; a shared one also charges for that much."""
    most: Decimal | None
    editions: tuple[LaneEdition, ...]

    def edition_on(self, day: date) -> LaneEdition | None:
        return next((edition for edition in self.editions if edition.holds_on(day)), None)


@cache
def lane_tariffs() -> tuple[LaneTariff, ...]:
    """Every tariff of the folder."""
    return tuple(_tariff(tomllib.loads(path.read_text(encoding="utf-8"))) for path in sorted(FOLDER.glob("*.toml")))


def _tariff(data: dict[str, Any]) -> LaneTariff:
    return LaneTariff(
        service=data["service"],
        name=data["name"],
        currency=data["currency"],
        by_container=data["by_container"],
        fuel=data["fuel"],
        least=Decimal(data["least"]),
        most=Decimal(data["most"]) if "most" in data else None,
        editions=tuple(_edition(edition) for edition in data["edition"]),
    )


def _edition(data: dict[str, Any]) -> LaneEdition:
    return LaneEdition(
        effective_from=data["effective_from"],
        effective_to=data.get("effective_to"),
        first=tuple(tuple(_stretch(each) for each in way["stretch"]) for way in data["first"]),
        main=tuple(_stretch(each) for each in data["main"]),
        last=tuple(_stretch(each) for each in data["last"]),
    )


def _stretch(data: dict[str, Any]) -> Stretch:
    return Stretch(
        mode=data["mode"],
        origin=data.get("from", ""),
        destination=data.get("to", ""),
        days=(data["days"][0], data["days"][1]),
        prices={key: Decimal(price) for key, price in data["prices"].items()},
        once=Decimal(data.get("once", "0")),
        countries=frozenset(data.get("countries", ())),
        regions=tuple(data.get("regions", ())),
        what=HANDLED[data["handling"]] if "handling" in data else "",
    )
