"""Quantities in events, in the base unit of their dimension: exact, in decimals.

Units are codes of UN/ECE Recommendation 20. Factors are definitions (kilogram, litre, foot) and no measurements. A unit
that is not here is not guessed: the balance says that it cannot be computed.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum


class Dimension(StrEnum):
    MASS = "MASS"
    """In kilograms."""
    VOLUME = "VOLUME"
    """In cubic metres."""
    AREA = "AREA"
    """In square metres."""
    LENGTH = "LENGTH"
    """In metres."""
    PIECES = "PIECES"


BASE: dict[Dimension, str] = {
    Dimension.MASS: "KGM",
    Dimension.VOLUME: "MTQ",
    Dimension.AREA: "MTK",
    Dimension.LENGTH: "MTR",
    Dimension.PIECES: "",
}
_FACTORS: dict[str, tuple[Dimension, str]] = {
    "KGM": (Dimension.MASS, "1"),
    "GRM": (Dimension.MASS, "0.001"),
    "MGM": (Dimension.MASS, "0.000001"),
    "TNE": (Dimension.MASS, "1000"),
    "DTN": (Dimension.MASS, "100"),
    "LBR": (Dimension.MASS, "0.45359237"),
    "ONZ": (Dimension.MASS, "0.028349523125"),
    "MTQ": (Dimension.VOLUME, "1"),
    "DMQ": (Dimension.VOLUME, "0.001"),
    "LTR": (Dimension.VOLUME, "0.001"),
    "MLT": (Dimension.VOLUME, "0.000001"),
    "CMQ": (Dimension.VOLUME, "0.000001"),
    "FTQ": (Dimension.VOLUME, "0.028316846592"),
    "MTK": (Dimension.AREA, "1"),
    "CMK": (Dimension.AREA, "0.0001"),
    "FTK": (Dimension.AREA, "0.09290304"),
    "MTR": (Dimension.LENGTH, "1"),
    "CMT": (Dimension.LENGTH, "0.01"),
    "MMT": (Dimension.LENGTH, "0.001"),
    "FOT": (Dimension.LENGTH, "0.3048"),
    "": (Dimension.PIECES, "1"),
    "EA": (Dimension.PIECES, "1"),
    "C62": (Dimension.PIECES, "1"),
    "H87": (Dimension.PIECES, "1"),
    "NAR": (Dimension.PIECES, "1"),
    "PR": (Dimension.PIECES, "2"),
    "DZN": (Dimension.PIECES, "12"),
}


def in_base(quantity: Decimal, uom: str) -> tuple[Dimension, Decimal] | None:
    """The quantity in the base unit of its dimension; ``None`` for a unit that is not known here.

    >>> in_base(Decimal("2.5"), "TNE")
    (<Dimension.MASS: 'MASS'>, Decimal('2500.0'))
    """
    known = _FACTORS.get(uom.upper())
    return None if known is None else (known[0], quantity * Decimal(known[1]))
