"""CN 22 or CN 23: which of the two postal customs forms a declaration takes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from logistics.customs.declaration.declaration import Declaration
from logistics.customs.declaration.sdr import in_sdr

MOST_SDR = Decimal(300)
"""Universal Postal Convention, regulations, article 20-001: above it, form CN 23."""
MOST_LINES = 4
"""What the small form has room for."""


def fits_cn22(declaration: Declaration, *, on: date) -> bool:
    """The value is at most 300 SDR and the lines have room. Where no rate is stored, the larger form is right."""
    value = in_sdr(declaration.goods, on=on)
    return value is not None and value <= MOST_SDR and len(declaration.lines) <= MOST_LINES
