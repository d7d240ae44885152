"""The values that origin is worked out from: a product and what it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Material:
    """What goes into one piece. ``value`` is in the bill's currency, ``None`` when it could not be converted."""

    name: str
    hs_code: str
    country: str
    """ISO 3166-1 alpha-2 of its origin; empty when nobody knows it."""
    value: Decimal | None
    weight_g: int = 0
    """0: not weighed."""
    declared: bool = False
    """Its supplier has declared its origin in writing."""


@dataclass(frozen=True, slots=True)
class Bill:
    """A bill of materials of one piece, with the price of the piece."""

    hs_code: str
    materials: tuple[Material, ...]
    currency: str
    ex_works: Decimal | None = None
    free_on_board: Decimal | None = None
    weight_g: int = 0

    def price(self, basis: str) -> Decimal | None:
        """``EXW`` or ``FOB``; nothing that is zero is a price."""
        return (self.ex_works if basis == "EXW" else self.free_on_board) or None
