"""What a place in Ho Chi Minh City was called until 2025-06-30: some carriers and many papers still want it.

A ward of today was made of one or several, sometimes of several districts. What cannot be told for certain is not
guessed: the ward stays empty, and without a certain district there is no answer at all.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from i18n.text import fold
from marketplace.accounts.addresses.vietnam import province_named

_DISTRICT_WORDS = re.compile(r"^(thanh pho|tp\.?|thi xa|tx\.?|huyen|h\.|quan|q\.)\s*")
_UNIT_WORDS = re.compile(r"^(phuong|xa|dac khu)\s+")
_SHORT = ((re.compile(r"^p\.\s*"), "phuong "), (re.compile(r"^x\.\s*"), "xa "))


@dataclass(frozen=True, slots=True)
class FormerPlace:
    """A place as it was written before."""

    ward: str
    """Empty where the ward of today was made of several."""
    district: str
    province: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A ward, commune or special zone of today, and the districts its land was in, each with its wards."""

    code: str
    name: str
    former_province: str
    was: dict[str, tuple[str, ...]]


class FormerPlaceUnknown(LookupError):
    """``districts`` are those it may have been in: knowing which one would help. Empty where nothing is known."""

    def __init__(self, ward: str, districts: tuple[str, ...] = ()) -> None:
        super().__init__(f"{ward!r} was in one of {len(districts)} districts")
        self.ward = ward
        self.districts = districts


@cache
def units() -> dict[str, Unit]:
    """Of Ho Chi Minh City, by code."""
    facts = tomllib.loads((Path(__file__).parent / "ho_chi_minh_city.toml").read_text(encoding="utf-8"))
    lands = [land for land in facts.values() if isinstance(land, dict)]
    return {
        code: Unit(
            code,
            stated["name"],
            land["former_province"],
            {district: tuple(wards) for district, wards in stated["was"].items()},
        )
        for land in lands
        for code, stated in land["units"].items()
    }


@cache
def _by_name() -> dict[str, Unit]:
    found = {_folded(unit.name): unit for unit in units().values()}
    # The bare name too: no two of the city share one. A test says so.
    return found | {_UNIT_WORDS.sub("", name): unit for name, unit in found.items()}


def unit_named(name: str) -> Unit | None:
    """``p. di an`` and ``Dĩ An`` are both Phường Dĩ An; a commune of the name is none: that may be an older one."""
    folded = _folded(name)
    for short, whole in _SHORT:
        folded = short.sub(whole, folded)
    return _by_name().get(folded)


def former_place(*, ward: str, province: str, district: str = "") -> FormerPlace:
    """The place before the reform; ``district`` decides where the ward's land was in several.

    Raises `FormerPlaceUnknown`.
    """
    where = province_named(province)
    unit = unit_named(ward) if where is not None and where.code == "79" else None
    if unit is None:
        raise FormerPlaceUnknown(ward)
    district = _district_of(unit, district)
    wards = unit.was[district]
    return FormerPlace(wards[0] if len(wards) == 1 else "", district, unit.former_province)


def _district_of(unit: Unit, said: str) -> str:
    if len(unit.was) == 1:
        return next(iter(unit.was))
    matching = [district for district in unit.was if said and _bare_district(district) == _bare_district(said)]
    if not matching:
        raise FormerPlaceUnknown(unit.name, tuple(unit.was))
    return matching[0]


def _bare_district(name: str) -> str:
    folded = fold(name).strip()
    bare = _DISTRICT_WORDS.sub("", folded)
    return bare if not bare.isdigit() else folded


def _folded(name: str) -> str:
    return " ".join(fold(name).split())
