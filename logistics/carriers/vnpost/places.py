"""VNPost's codes of provinces and wards, by the names that are in force since 2025-07-01."""

from __future__ import annotations

import re
import threading
import time
from dataclasses import dataclass

from i18n.text import fold
from logistics.addresses import PresentAddress, UnknownAddress
from logistics.carrier import Account
from logistics.carriers.vnpost.client import CODE, address, ask

KEPT_S = 24 * 3600
_KIND = re.compile(r"^(?:(?:thanh pho|tp|tinh|phuong|xa|dac khu|thi tran)\s+|(?:tp|p|x)\.\s*)")
_AMBIGUOUS = ""


@dataclass(frozen=True, slots=True)
class PlaceCodes:
    province: str
    ward: str


@dataclass(frozen=True, slots=True)
class Places:
    """By name: in full as written, and without its kind and marks, empty where two wards share that one."""

    provinces: dict[str, str]
    wards: dict[tuple[str, str], str]


KEPT: dict[str, tuple[float, Places]] = {}
_lock = threading.Lock()


def codes_of(account: Account, place: PresentAddress) -> PlaceCodes:
    """Raises `UnknownAddress` for a name that VNPost does not list, or lists twice: no parcel goes by a guess."""
    places = _places(account)
    province = places.provinces.get(bare(place.province), "")
    if not province:
        raise UnknownAddress(CODE, "province")
    ward = places.wards.get((province, full(place.ward))) or places.wards.get((province, bare(place.ward)), "")
    if not ward:
        raise UnknownAddress(CODE, "ward")
    return PlaceCodes(province, ward)


def full(name: str) -> str:
    return " ".join(name.casefold().split())


def bare(name: str) -> str:
    """``Phường Tân Uyên`` -> ``tan uyen``."""
    return _KIND.sub("", " ".join(fold(name).split()))


def _places(account: Account) -> Places:
    where = address(account)
    with _lock:
        until, places = KEPT.get(where, (0.0, None))
    if places is not None and time.monotonic() < until:
        return places
    places = _fetch(account)
    with _lock:
        KEPT[where] = time.monotonic() + KEPT_S, places
    return places


def _fetch(account: Account) -> Places:
    """A ward's record names its province under ``provinceCode``, or, as a leftover of districts, ``districtCode``."""
    provinces, wards = {}, {}
    for line in ask(account, "GET", "/getNewProvinceAll").each():
        provinces[bare(line["provinceName"].text())] = line["provinceCode"].text()
    for line in ask(account, "GET", "/getNewCommuneAll").each():
        province = line.get("provinceCode").text() or line["districtCode"].text()
        name, code = line["communeName"].text(), line["communeCode"].text()
        wards[province, full(name)] = code
        known = wards.get((province, bare(name)), code)
        wards[province, bare(name)] = code if known == code else _AMBIGUOUS
    return Places(provinces, wards)
