"""EAN-13 and EAN-8 (ISO/IEC 15420): what tills read."""

from __future__ import annotations

from catalog.traceability.gs1.checks.digits import check_digit
from catalog.traceability.symbols.symbol import Symbol, of_bars

# Modules of the digits in set A; set B is set C read backwards, and C is A with dark and light changed.
_SET_A = (
    "0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011", "0110111", "0001011",
)  # fmt: skip
_SET_C = tuple(digit.translate(str.maketrans("01", "10")) for digit in _SET_A)
_SETS = {"A": _SET_A, "B": tuple(digit[::-1] for digit in _SET_C), "C": _SET_C}
_FIRST_DIGIT = (
    "AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB", "ABBAAB", "ABBBAA", "ABABAB", "ABABBA", "ABBABA",
)  # fmt: skip
HEIGHT_13, HEIGHT_8 = 69.24, 55.24
"""In modules: 22.85 mm and 18.23 mm at 0.33 mm."""


class NoEan(ValueError):
    """A GTIN that tills have no symbol for: one of 14 digits with an indicator, or no GTIN at all."""

    def __init__(self, gtin: str) -> None:
        super().__init__(f"{gtin!r} fits no EAN symbol")
        self.gtin = gtin


def ean_digits(gtin: str) -> str:
    """The 8 or 13 digits to print; raises `NoEan`."""
    digits = gtin.lstrip("0") if gtin.isascii() and gtin.isdigit() else ""
    short = len(gtin) == 8 or (len(gtin) == 14 and gtin.startswith("000000"))
    printed = digits.zfill(8 if short else 13)
    if not digits or len(printed) not in (8, 13) or check_digit(printed[:-1]) != printed[-1]:
        raise NoEan(gtin)
    return printed


def ean_symbol(gtin: str) -> Symbol:
    """EAN-8 for a GTIN-8, EAN-13 for one of 12 or 13 digits. Raises `NoEan`."""
    digits = ean_digits(gtin)
    modules = _ean_8(digits) if len(digits) == 8 else _ean_13(digits)
    widths, long = _widths(modules), _guards(len(digits), len(modules))
    left, right = (7, 7) if len(digits) == 8 else (11, 7)
    height = HEIGHT_8 if len(digits) == 8 else HEIGHT_13
    return of_bars(widths, height=height, left=left, right=right, long=long)


def _ean_13(digits: str) -> str:
    sets = _FIRST_DIGIT[int(digits[0])] + "CCCCCC"
    drawn = [_SETS[name][int(digit)] for name, digit in zip(sets, digits[1:], strict=True)]
    return f"101{''.join(drawn[:6])}01010{''.join(drawn[6:])}101"


def _ean_8(digits: str) -> str:
    drawn = [_SETS["A" if place < 4 else "C"][int(digit)] for place, digit in enumerate(digits)]
    return f"101{''.join(drawn[:4])}01010{''.join(drawn[4:])}101"


def _guards(digits: int, modules: int) -> tuple[int, ...]:
    """Where the six guard bars begin."""
    middle = 3 + digits // 2 * 7
    return (0, 2, middle + 1, middle + 3, modules - 3, modules - 1)


def _widths(modules: str) -> list[int]:
    widths: list[int] = []
    before = ""
    for module in modules:
        if module == before:
            widths[-1] += 1
        else:
            widths.append(1)
        before = module
    return widths
