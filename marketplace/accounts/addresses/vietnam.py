"""Addresses in Vietnam since 2025-07-01: province or city, then ward or commune, and no district.

The facts stand in ``vietnam.toml`` with the acts they come from. What people type is matched without
accents, case and the words for "province" or "ward"; a province that was merged means the one it is part of now.
"""

import dataclasses
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from i18n.text import fold
from marketplace.accounts.addresses.data import AddressData
from marketplace.accounts.addresses.problems import AddressProblem, not_there, required

COUNTRY = "VN"
REGION = "Bình Dương"
_POSTAL_CODE = re.compile(r"\d{5,6}", re.ASCII)
_PROVINCE_WORDS = re.compile(r"^(thanh pho|tinh|tp\.?|t\.)\s*|\s+(province|city)$")
_WARD_WORDS = (
    (re.compile(r"^(phuong\s+|p\.\s*)|\s+ward$"), "phuong"),
    (re.compile(r"^(xa\s+|x\.\s*)|\s+commune$"), "xa"),
)


@dataclass(frozen=True, slots=True)
class Province:
    code: str
    name: str
    """With its kind in front: ``Thành phố Hồ Chí Minh``, ``Tỉnh Tây Ninh``."""


@dataclass(frozen=True, slots=True)
class Vietnam:
    """The facts, ready for look-up by folded names."""

    provinces: tuple[Province, ...]
    province_by_name: dict[str, Province]
    binh_duong_province: Province
    wards: dict[str, str]
    """Names by code of the wards and communes of the former Bình Dương."""
    ward_by_name: dict[tuple[str, str], str]
    """By kind (phuong, xa or nothing) and bare name."""
    former_districts: tuple[str, ...]


@cache
def vietnam() -> Vietnam:
    facts = tomllib.loads((Path(__file__).parent / "vietnam.toml").read_text(encoding="utf-8"))
    provinces = {code: Province(code, stated["name"]) for code, stated in facts["provinces"].items()}
    by_name = dict(provinces)
    for code, stated in facts["provinces"].items():
        for name in (stated["name"], *stated["formerly"]):
            by_name[_bare_province(name)] = provinces[code]
    land = facts["binh_duong"]
    return Vietnam(
        provinces=tuple(provinces.values()),
        province_by_name=by_name,
        binh_duong_province=provinces[land["province"]],
        wards=land["wards"],
        ward_by_name=_wards_by_name(land["wards"]),
        former_districts=tuple(land["former_districts"]),
    )


def _wards_by_name(wards: dict[str, str]) -> dict[tuple[str, str], str]:
    found = {("", code): name for code, name in wards.items()}
    for name in wards.values():
        kind, bare = _bare_ward(name)
        found[kind, bare] = found["", bare] = name
    return found


def _bare_province(name: str) -> str:
    return re.sub(r"[\s.–-]+", " ", _PROVINCE_WORDS.sub("", fold(name).strip())).strip()


def _bare_ward(name: str) -> tuple[str, str]:
    folded = fold(name).strip()
    for words, kind in _WARD_WORDS:
        if words.search(folded):
            return kind, words.sub("", folded).strip()
    return "", folded


def province_named(name: str) -> Province | None:
    """The province of a name, former name or code: ``Bình Dương`` and ``79`` are both Ho Chi Minh City."""
    return vietnam().province_by_name.get(_bare_province(name))


def ward_named(name: str) -> str | None:
    """The full name of a ward or commune of the former Bình Dương: ``di an`` -> ``Phường Dĩ An``."""
    return vietnam().ward_by_name.get(_bare_ward(name))


def former_district_named(name: str) -> str | None:
    folded = fold(name).strip()
    return next((district for district in vietnam().former_districts if fold(district) == folded), None)


def is_in_binh_duong(address: AddressData) -> bool:
    """Whether the address lies on the land of the former province."""
    return address.country == COUNTRY and (
        bool(address.former_district) or address.city_area in vietnam().wards.values()
    )


def check(address: AddressData) -> tuple[AddressData, list[AddressProblem]]:
    """The address in its normal form, and what is wrong with it."""
    address = _tiers(address)
    problems = [
        required(name) for name in ("street_address_1", "city_area", "country_area") if not getattr(address, name)
    ]
    province = province_named(address.country_area)
    if address.country_area and province is None:
        problems.append(not_there("country_area"))
    if address.postal_code and not _POSTAL_CODE.fullmatch(address.postal_code):
        problems.append(not_there("postal_code"))
    if province is not None:
        ward = ward_named(address.city_area) if province == vietnam().binh_duong_province else None
        address = dataclasses.replace(address, country_area=province.name, city_area=ward or address.city_area)
    return _with_district(address, problems)


def _tiers(address: AddressData) -> AddressData:
    """Forms made for other countries ask for a city: take it for the ward, or for the province when it names one."""
    if not address.city:
        return address
    values = {"city": ""}
    if not address.country_area and province_named(address.city):
        values["country_area"] = address.city
    elif not address.city_area and province_named(address.city) != province_named(address.country_area):
        values["city_area"] = address.city
    return dataclasses.replace(address, **values)


def _with_district(address: AddressData, problems: list[AddressProblem]) -> tuple[AddressData, list[AddressProblem]]:
    if not address.former_district:
        return address, problems
    district = former_district_named(address.former_district)
    if district is None or province_named(address.country_area) not in (None, vietnam().binh_duong_province):
        return address, [*problems, not_there("former_district")]
    return dataclasses.replace(address, former_district=district), problems
