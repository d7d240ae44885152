"""How trade documents write figures: one way for every country, so that none can be misread.

Dates are ISO 8601, the decimal sign is a point, thousands are set apart by a narrow space (ISO 80000-1):
``1 250.00`` means the same to a reader in Hanoi, Rotterdam and Osaka, which ``1.250`` does not.
"""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from i18n.currencies import exponent_of
from i18n.money import Money

NARROW_SPACE = "\u202f"
_MM3_PER_CBM = 1_000_000_000


def amount(money: Money) -> str:
    """Without the currency, which stands at the head of the column; never fewer digits than the value has."""
    decimals = max(exponent_of(money.currency), _decimals(money.amount.normalize()))
    return _grouped(money.amount, decimals)


def amount_with_currency(money: Money) -> str:
    return f"{money.currency}\u00a0{amount(money)}"


def kilograms(grams: int) -> str:
    """To the gram, so that a column adds up: ``0.850``."""
    return _grouped(Decimal(grams) / 1000, 3) if grams else "–"


def plain_amount(money: Money) -> str:
    """The same digits as `amount`, without groups: ``1250.00``."""
    return amount(money).replace(NARROW_SPACE, "")


def plain_kilograms(grams: int) -> str:
    """The same digits as `kilograms`; empty when nobody weighed it."""
    return kilograms(grams).replace(NARROW_SPACE, "") if grams else ""


def plain_cubic_metres(cubic_mm: int) -> str:
    return cubic_metres(cubic_mm).replace(NARROW_SPACE, "") if cubic_mm else ""


def cubic_metres(cubic_mm: int) -> str:
    return _grouped(Decimal(cubic_mm) / _MM3_PER_CBM, 3) if cubic_mm else "–"


def centimetres(length_mm: int, width_mm: int, height_mm: int) -> str:
    """Length × width × height."""
    if not (length_mm and width_mm and height_mm):
        return "–"
    return " × ".join(f"{(Decimal(side) / 10).normalize():f}" for side in (length_mm, width_mm, height_mm))


def day(value: date) -> str:
    return value.isoformat()


def hs_code(code: str) -> str:
    """``940360`` -> ``9403.60``; longer national codes in pairs behind it."""
    if len(code) <= 4:
        return code or "–"
    pairs = [code[place : place + 2] for place in range(4, len(code), 2)]
    return ".".join([code[:4], *pairs])


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _grouped(value: Decimal, decimals: int) -> str:
    rounded = value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return f"{rounded:,f}".replace(",", NARROW_SPACE)
