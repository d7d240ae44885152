"""Units of UN/ECE Recommendation 20 that measure the same, so that a query in one finds what was said in another."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

_LINEAR: dict[str, dict[str, str]] = {
    "mass": {
        "KGM": "1", "GRM": "0.001", "MGM": "0.000001", "TNE": "1000", "DTN": "100",
        "LBR": "0.45359237", "ONZ": "0.028349523125", "HGM": "0.1",
    },
    "length": {
        "MTR": "1", "DMT": "0.1", "CMT": "0.01", "MMT": "0.001", "KMT": "1000", "INH": "0.0254", "FOT": "0.3048",
        "YRD": "0.9144", "4H": "0.000001",
    },
    "area": {"MTK": "1", "CMK": "0.0001", "MMK": "0.000001", "DMK": "0.01", "HAR": "10000", "FTK": "0.09290304"},
    "volume": {
        "MTQ": "1", "LTR": "0.001", "MLT": "0.000001", "CLT": "0.00001", "HLT": "0.1", "CMQ": "0.000001",
        "DMQ": "0.001", "FTQ": "0.028316846592", "GLL": "0.003785411784",
    },
    "time": {"SEC": "1", "C26": "0.001", "MIN": "60", "HUR": "3600", "DAY": "86400", "WEE": "604800"},
    "speed": {"MTS": "1", "KMH": "0.277777777777778", "KNT": "0.514444444444444", "HM": "0.44704"},
    "pressure": {"PAL": "1", "A97": "100", "KPA": "1000", "MPA": "1000000", "BAR": "100000", "MBR": "100"},
    "energy": {"JOU": "1", "KJO": "1000", "WHR": "3600", "KWH": "3600000"},
    "power": {"WTT": "1", "KWT": "1000"},
    "voltage": {"VLT": "1", "2Z": "0.001", "KVT": "1000"},
    "current": {"AMP": "1", "4K": "0.001"},
    "illuminance": {"LUX": "1", "KLX": "1000"},
    "pieces": {"": "1", "H87": "1", "C62": "1", "EA": "1", "DZN": "12", "PR": "2"},
}  # fmt: skip
"""Unit -> how many of the dimension's own unit it is."""

_KELVIN: dict[str, tuple[Decimal, Decimal]] = {
    "KEL": (Decimal(1), Decimal(0)),
    "CEL": (Decimal(1), Decimal("273.15")),
    "FAH": (Decimal(5) / Decimal(9), Decimal("459.67") * Decimal(5) / Decimal(9)),
}
"""Temperatures have zeros of their own: kelvin = factor × value + offset."""


def in_each_unit(value: Decimal, unit: str) -> dict[str, Decimal]:
    """The same measure in every unit it can be written in: 1000 of ``GRM`` is 1 of ``KGM``. An unknown unit is alone.

    >>> in_each_unit(Decimal(25), "CEL")["KEL"]
    Decimal('298.15')
    """
    family = _family(unit)
    if family is None:
        return {unit: value}
    factor, offset = family[unit]
    base = factor * value + offset
    return {other: value if other == unit else (base - zero) / size for other, (size, zero) in family.items()}


@cache
def _family(unit: str) -> dict[str, tuple[Decimal, Decimal]] | None:
    if unit in _KELVIN:
        return _KELVIN
    for units in _LINEAR.values():
        if unit in units:
            return {code: (Decimal(size), Decimal(0)) for code, size in units.items()}
    return None
