"""Shares of values, exact, and how they are shown."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from i18n.formatting import format_money, format_percent
from i18n.money import Money

HUNDREDTH = Decimal("0.01")


def percent_of(part: Decimal, whole: Decimal) -> Fraction:
    """Exact, in percent."""
    return Fraction(part) * 100 / Fraction(whole)


def rounded(percent: Fraction) -> Decimal:
    """To two decimals, for the eye: comparisons use the exact value."""
    return (Decimal(percent.numerator) / Decimal(percent.denominator)).quantize(HUNDREDTH, ROUND_HALF_UP)


def shown_percent(percent: Fraction | Decimal, language: str) -> str:
    value = rounded(Fraction(percent))
    return format_percent((value / 100).normalize() if value else Decimal(0), language)


def shown_money(amount: Decimal, currency: str, language: str) -> str:
    return format_money(Money(amount, currency), language)
