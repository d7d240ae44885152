"""How much of a consignment a tariff charges for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from logistics.carriers.rate_table.tariff import Tariff
from logistics.consignment import CUBIC_MM_PER_CBM, Consignment

_MM3_PER_CM3 = 1000
_G_PER_TONNE = 1_000_000
_G_PER_KG = 1000


@dataclass(frozen=True, slots=True)
class Chargeable:
    quantity: Decimal
    by_volume: bool
    counted: Decimal
    """Before it was rounded up and raised to the tariff's least."""


def chargeable(consignment: Consignment, tariff: Tariff) -> Chargeable:
    """What the tariff counts, rounded up to its step and never less than its least.

    1. By weight: for each package the larger of its weight and its volume divided by the divisor; summed.
       Without packages, of the whole in one.
    2. By volume (sea): the larger of cubic metres and tonnes.

    Two cartons of 10 kg, 60 × 50 × 40 cm, at 5000 cm³/kg: each counts 24 kg, together 48 kg by volume.
    """
    if tariff.unit == "m3":
        volume = Decimal(consignment.total_volume_mm3) / CUBIC_MM_PER_CBM
        tonnes = Decimal(consignment.total_gross_weight_g) / _G_PER_TONNE
        counted = max(volume, tonnes)
        return Chargeable(_rounded(counted, tariff), volume >= tonnes, counted)
    pairs = [(Decimal(g) / _G_PER_KG, _volumetric_kg(mm3, tariff)) for g, mm3 in _pieces(consignment)]
    counted = sum((max(pair) for pair in pairs), Decimal(0))
    return Chargeable(_rounded(counted, tariff), any(volume > weight for weight, volume in pairs), counted)


def _pieces(consignment: Consignment) -> list[tuple[int, int]]:
    """Weight in grams and volume in cubic millimetres of every package."""
    if consignment.packages:
        return [(package.gross_weight_g, package.volume_mm3) for package in consignment.packages]
    return [(consignment.total_gross_weight_g, consignment.total_volume_mm3)]


def _volumetric_kg(volume_mm3: int, tariff: Tariff) -> Decimal:
    if tariff.volumetric_divisor is None:
        return Decimal(0)
    return Decimal(volume_mm3) / _MM3_PER_CM3 / tariff.volumetric_divisor


def _rounded(quantity: Decimal, tariff: Tariff) -> Decimal:
    steps = (quantity / tariff.step).to_integral_value(rounding=ROUND_CEILING)
    return max(steps * tariff.step, tariff.least)
