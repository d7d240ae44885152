"""Which currencies exist, and how many decimals their smallest unit has."""

from functools import cache

from babel.core import get_global

# ISO 4217 list one, "minor unit" column; every other currency has 2. CLDR is no source for this:
# it gives the digits people write in prices (LAK 0, PKR 0), not those a payment is counted in.
_EXPONENTS = {
    **dict.fromkeys(
        ("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV"), 0
    ),
    **dict.fromkeys(("XAF", "XOF", "XPF"), 0),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
    **dict.fromkeys(("CLF", "UYW"), 4),
}

SPECIAL_DRAWING_RIGHT = "XDR"
"""Not tender anywhere, but the unit that postal treaties state their limits in (CN 22: 300 SDR)."""


@cache
def currencies() -> frozenset[str]:
    """ISO 4217 codes that are legal tender somewhere today (CLDR), and the special drawing right."""
    tender = {
        code
        for history in get_global("territory_currencies").values()
        for code, _since, until, is_tender in history
        if until is None and is_tender
    }
    return frozenset(tender | {SPECIAL_DRAWING_RIGHT})


def is_currency(code: object) -> bool:
    return isinstance(code, str) and code in currencies()


def exponent_of(currency: str) -> int:
    """Decimals of the smallest unit: VND, JPY, KRW 0; EUR, USD 2; KWD 3."""
    return _EXPONENTS.get(currency, 2)
