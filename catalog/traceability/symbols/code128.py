"""Code 128 barcodes (ISO/IEC 15417), with FNC1 first as GS1-128 wants it (GS1 General Specifications, 5.4).

Digits go in pairs (set C), anything else sign by sign (set B).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from catalog.traceability.symbols.symbol import Symbol, of_bars

START_B, START_C, STOP, FNC1, TO_B, TO_C = 104, 105, 106, 102, 100, 99
QUIET_ZONE_MODULES = 10

# Bars and spaces in turn, in modules, for the values 0 to 106 (ISO/IEC 15417, table 1).
# fmt: off
PATTERNS = (
    "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213", "221312",
    "231212", "112232", "122132", "122231", "113222", "123122", "123221", "223211", "221132", "221231", "213212",
    "223112", "312131", "311222", "321122", "321221", "312212", "322112", "322211", "212123", "212321", "232121",
    "111323", "131123", "131321", "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331",
    "132131", "113123", "113321", "133121", "313121", "211331", "231131", "213113", "213311", "213131", "311123",
    "311321", "331121", "312113", "312311", "332111", "314111", "221411", "431111", "111224", "111422", "121124",
    "121421", "141122", "141221", "112214", "112412", "122114", "122411", "142112", "142211", "241211", "221114",
    "413111", "241112", "134111", "111242", "121142", "121241", "114212", "124112", "124211", "411212", "421112",
    "421211", "212141", "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311",
    "113141", "114131", "311141", "411131", "211412", "211214", "211232", "2331112",
)
# fmt: on


def code_128_symbol(text: str, *, height: float = 50) -> Symbol:
    """A plain Code 128, as carriers print their numbers; height in modules. Raises ``ValueError`` as `gs1_128`."""
    start = START_C if _in_pairs(text) else START_B
    widths = _drawn([start, *_encoded(text, in_c=start == START_C)])
    return of_bars(widths, height=height, left=QUIET_ZONE_MODULES, right=QUIET_ZONE_MODULES)


def gs1_128_symbol(identifier: str, value: str, *, height: float) -> Symbol:
    """Raises ``ValueError`` as `gs1_128`."""
    widths = gs1_128(identifier, value)
    return of_bars(widths, height=height, left=QUIET_ZONE_MODULES, right=QUIET_ZONE_MODULES)


def gs1_128(identifier: str, value: str) -> list[int]:
    """Widths in modules of bars and spaces in turn, for one element: ``"00"`` and the eighteen digits of an SSCC.

    Raises ``ValueError`` for signs that have no bars.
    """
    return _drawn(list(_values(f"{identifier}{value}")))


def _drawn(values: Sequence[int]) -> list[int]:
    return [int(width) for each in _with_check(values) for width in PATTERNS[each]]


def _values(text: str) -> Iterator[int]:
    yield START_C if _in_pairs(text) else START_B
    yield FNC1
    yield from _encoded(text, in_c=_in_pairs(text))


def _in_pairs(text: str) -> bool:
    """Whether an even run of at least four digits comes: shorter ones cost more in pairs than they save."""
    run = len(text) - len(text.lstrip("0123456789"))
    return run >= 4 and (run % 2 == 0 or run == len(text))


def _encoded(text: str, *, in_c: bool) -> Iterator[int]:
    at = 0
    while at < len(text):
        pair = text[at : at + 2]
        if in_c and len(pair) == 2 and pair.isdigit():
            yield int(pair)
            at += 2
            continue
        wanted = not in_c and _in_pairs(text[at:])
        if wanted != in_c:
            in_c = wanted
            yield TO_C if in_c else TO_B
            continue
        yield _value_in_b(text[at])
        at += 1


def _value_in_b(sign: str) -> int:
    if not " " <= sign <= "~":
        raise ValueError(f"{sign!r} has no bars")
    return ord(sign) - 32


def _with_check(values: Sequence[int]) -> list[int]:
    check = (values[0] + sum(place * value for place, value in enumerate(values[1:], start=1))) % 103
    return [*values, check, STOP]
