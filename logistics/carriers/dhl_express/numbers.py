"""Exact figures as JSON numbers."""

from __future__ import annotations

from decimal import Decimal

from logistics.carrier import CarrierError


def json_number(exact: Decimal, carrier: str) -> int | float:
    """A number that is written with exactly these digits; raises `CarrierError` for one that JSON could not hold.

    MyDHL wants amounts as numbers, not as text. Up to 15 digits survive the way through a float; that they did is
    checked here and not believed.
    """
    if exact == exact.to_integral_value():
        return int(exact)
    written = float(exact)
    if Decimal(repr(written)) != exact:
        raise CarrierError(carrier, f"{exact} has too many digits", permanent=True)
    return written
