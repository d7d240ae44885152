"""Checks against lists of others: countries, currencies, bank accounts, places on earth, encodings."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from stdnum import iban as stdnum_iban

_PERCENT = re.compile(r"(?:[^%]|%[0-9A-Fa-f]{2})*")
_FOLDER = Path(__file__).parent
_MEDIA_TYPES = frozenset(range(1, 11)) | frozenset(range(80, 100))
"""Assigned by ICCBBA: 01 to 10, and 80 to 99 for national use."""


@cache
def _numeric_countries() -> dict[str, str]:
    """ISO 3166-1: numeric and two-letter codes."""
    text = (_FOLDER / "iso3166_numeric.txt").read_text(encoding="ascii")
    return dict(line.split() for line in text.splitlines() if line)


@cache
def _alpha_countries() -> frozenset[str]:
    return frozenset(_numeric_countries().values())


def iso3166(value: str) -> str | None:
    return None if value in _numeric_countries() else "COUNTRY"


def iso3166999(value: str) -> str | None:
    """999: several countries."""
    return None if value == "999" else iso3166(value)


def iso3166alpha2(value: str) -> str | None:
    return None if value in _alpha_countries() else "COUNTRY"


@cache
def _numeric_currencies() -> frozenset[str]:
    return frozenset((_FOLDER / "iso4217_numeric.txt").read_text(encoding="ascii").split())


def iso4217(value: str) -> str | None:
    return None if value in _numeric_currencies() else "CURRENCY"


def iban(value: str) -> str | None:
    return None if stdnum_iban.is_valid(value, check_country=False) else "IBAN"


def mediatype(value: str) -> str | None:
    return None if int(value) in _MEDIA_TYPES else "MEDIA_TYPE"


def packagetype(value: str) -> str | None:
    """A code of UN/ECE Recommendation 21, by its form: which are assigned changes with every revision."""
    return None if re.fullmatch(r"[0-9A-Z]{1,3}", value) else "PACKAGE_TYPE"


def latitude(value: str) -> str | None:
    """Ten-millionths of a degree from the south pole."""
    return None if int(value) <= 180 * 10**7 else "LATITUDE"


def longitude(value: str) -> str | None:
    return None if int(value) <= 360 * 10**7 else "LONGITUDE"


def pcenc(value: str) -> str | None:
    return None if _PERCENT.fullmatch(value) else "PERCENT"
