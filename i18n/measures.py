"""Weights and lengths in the measures of the reader's market.

Everything is stored in grams and millimetres. Where people think in pounds and inches they read those first, rounded to
what a seller could measure, and the metric value in brackets, as customs papers have it: ``9.9 lb (4.5 kg)``.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from i18n.formatting import format_dimensions, format_length, format_number, format_unit, format_weight

Measures = Literal["metric", "us"]
_US = frozenset({"US", "LR"})
"""CLDR 48, supplemental measurementData: the countries that measure goods in US customary units."""
_OUNCE, _POUND = Decimal("28.349523125"), Decimal("453.59237")
_INCH, _FOOT = Decimal("25.4"), Decimal("304.8")
_LONG_MM = 3000
"""From three metres on, feet."""


def measures_of(country: str) -> Measures:
    """What goods are measured in there."""
    return "us" if country in _US else "metric"


def show_weight(grams: int, language: str, measures: Measures = "metric") -> str:
    """4500 -> ``4.5 kg``, or ``9.9 lb (4.5 kg)``; below a pound ounces."""
    metric = format_weight(grams, language)
    if measures == "metric":
        return metric
    unit, size = ("mass-ounce", _OUNCE) if abs(grams) < _POUND else ("mass-pound", _POUND)
    return f"{format_unit(_rounded(grams / size), unit, language)} ({metric})"


def show_length(millimetres: int, language: str, measures: Measures = "metric") -> str:
    """1205 -> ``120.5 cm``, or ``47.4 in (120.5 cm)``; from three metres on feet."""
    metric = format_length(millimetres, language)
    if measures == "metric":
        return metric
    unit, size = _unit_for(millimetres)
    return f"{format_unit(_rounded(millimetres / size), unit, language)} ({metric})"


def show_dimensions(millimetres: Sequence[int], language: str, measures: Measures = "metric") -> str:
    """(1200, 600, 755) -> ``120 × 60 × 75.5 cm``, or ``47.2 × 23.6 × 29.7 in (120 × 60 × 75.5 cm)``."""
    metric = format_dimensions(millimetres, language)
    if measures == "metric":
        return metric
    unit, size = _unit_for(max(millimetres))
    *first, last = (_rounded(side / size) for side in millimetres)
    shown = [*(format_number(side, language) for side in first), format_unit(last, unit, language)]
    return f"{' × '.join(shown)} ({metric})"


def _unit_for(millimetres: int) -> tuple[str, Decimal]:
    return ("length-foot", _FOOT) if abs(millimetres) >= _LONG_MM else ("length-inch", _INCH)


def _rounded(value: Decimal) -> Decimal | int:
    """Tenths below a hundred, whole numbers above; never nothing where there is something."""
    if abs(value) >= 100:
        return int(value.quantize(Decimal(1), ROUND_HALF_UP))
    tenths = value.quantize(Decimal("0.1"), ROUND_HALF_UP)
    if value and not tenths:
        return Decimal("0.1")
    return int(tenths) if tenths == tenths.to_integral_value() else tenths
