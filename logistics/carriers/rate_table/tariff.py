"""The tariffs as data: ``tariffs/*.toml``, one service each, in editions that hold from a day to a day."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from i18n.messages import gettext_noop as _

FOLDER = Path(__file__).parent / "tariffs"
NAMES = {
    "courier_express": _("Courier express, door to door"),
    "postal_parcel": _("Postal parcel by air"),
    "sea_lcl": _("Sea freight, shared container, from Cát Lái"),
    "domestic": _("Delivery within Vietnam"),
    "air_freight": _("Air freight from Tân Sơn Nhất, door to door"),
}
"""Here so that the catalogs of messages find them; a test keeps them equal to the files."""
ZONES = (
    _("Southeast Asia"),
    _("East Asia"),
    _("European Union"),
    _("North America"),
    _("Rest of Europe and Oceania"),
    _("Ho Chi Minh City, Bình Dương included"),
    _("Rest of Vietnam"),
)
OWN_TARIFF = _("Marketplace demo tariff")


@dataclass(frozen=True, slots=True)
class Zone:
    """Where, how long, and what: whole prices up to a quantity, then an amount for each further step."""

    code: str
    countries: frozenset[str]
    regions: tuple[str, ...]
    days: tuple[int, int]
    up_to: tuple[tuple[Decimal, Decimal], ...]
    per_step_beyond: Decimal
    ends: bool = False
    """What is more than the last entry is not taken at all."""
    per_unit: tuple[tuple[Decimal, Decimal], ...] = ()
    """Instead of whole prices: from a quantity on, so much for each unit."""

    def covers(self, country: str, region: str) -> bool:
        if country not in self.countries:
            return False
        return not self.regions or any(part in region.casefold() for part in self.regions)


@dataclass(frozen=True, slots=True)
class Edition:
    effective_from: date
    effective_to: date | None
    """The last day it holds."""
    zones: tuple[Zone, ...]

    def holds_on(self, day: date) -> bool:
        return self.effective_from <= day and (self.effective_to is None or day <= self.effective_to)


@dataclass(frozen=True, slots=True)
class Tariff:
    service: str
    name: str
    currency: str
    unit: str
    """``kg``, or ``m3`` for cubic metres or tonnes, whichever is more."""
    step: Decimal
    least: Decimal
    volumetric_divisor: int | None
    """Cubic centimetres that count as one kilogram."""
    max_package_g: int | None
    editions: tuple[Edition, ...]
    minimum: Decimal | None = None
    """The smallest price, before the fuel surcharge."""
    offered_from: Decimal = Decimal(0)
    """Nobody is offered the service for less."""
    fuel: str = ""
    """The kind of monthly fuel surcharge (``fuel/months.toml``); empty: none, or the percentage below."""
    fuel_percent: Decimal = Decimal(0)
    label: str = OWN_TARIFF
    """Whose tariff it is, as people read it: an English msgid."""

    def edition_on(self, day: date) -> Edition | None:
        return next((edition for edition in self.editions if edition.holds_on(day)), None)


@cache
def tariffs() -> tuple[Tariff, ...]:
    """Every tariff of the folder."""
    return tuple(_tariff(tomllib.loads(path.read_text(encoding="utf-8"))) for path in sorted(FOLDER.glob("*.toml")))


def _tariff(data: dict[str, Any]) -> Tariff:
    most = data.get("max_package_kg")
    return Tariff(
        service=data["service"],
        name=data["name"],
        currency=data["currency"],
        unit=data["unit"],
        step=Decimal(data["step"]),
        least=Decimal(data.get("least", data["step"])),
        volumetric_divisor=data.get("volumetric_divisor"),
        max_package_g=most * 1000 if most else None,
        editions=tuple(_edition(edition) for edition in data["edition"]),
        minimum=Decimal(data["minimum"]) if "minimum" in data else None,
        offered_from=Decimal(data.get("offered_from", "0")),
        fuel=data.get("fuel", ""),
    )


def _edition(data: dict[str, Any]) -> Edition:
    return Edition(data["effective_from"], data.get("effective_to"), tuple(_zone(zone) for zone in data["zone"]))


def _zone(data: dict[str, Any]) -> Zone:
    return Zone(
        code=data["code"],
        countries=frozenset(data["countries"]),
        regions=tuple(data.get("regions", ())),
        days=(data["days"][0], data["days"][1]),
        up_to=_pairs(data.get("up_to", ())),
        per_step_beyond=Decimal(data.get("per_step_beyond", "0")),
        per_unit=_pairs(data.get("per_unit", ())),
    )


def _pairs(data: Sequence[Sequence[str]]) -> tuple[tuple[Decimal, Decimal], ...]:
    return tuple((Decimal(quantity), Decimal(price)) for quantity, price in data)
