"""``gs1_data_matrix``: GS1 DataMatrix, Data Matrix with FNC1 first."""

from __future__ import annotations

from catalog.traceability.gs1.element_string import scanned
from catalog.traceability.gs1.message import Element
from catalog.traceability.symbols.data_matrix.codewords import Size, words_of
from catalog.traceability.symbols.data_matrix.placement import placement
from catalog.traceability.symbols.symbol import Symbol, of_matrix

QUIET_ZONE_MODULES = 1
_HIGHEST = 8


def gs1_data_matrix(elements: list[Element]) -> Symbol:
    """Elements that belong together; raises ``TooLongForDataMatrix``."""
    return data_matrix_of(scanned(elements))


def data_matrix_of(text: str) -> Symbol:
    """The same for an element string as scanners give it, without its first FNC1."""
    size, words = words_of(text)
    return of_matrix(_framed(size, words), quiet=QUIET_ZONE_MODULES)


def _framed(size: Size, words: list[int]) -> list[list[int]]:
    """Every region within its finder: dark at the left and below, alternating above and at the right."""
    inner = size.side // size.regions - 2
    bits = placement(inner * size.regions)
    rows = [[0] * size.side for _ in range(size.side)]
    for y in range(size.side):
        for x in range(size.side):
            (region_y, down), (region_x, right) = divmod(y, inner + 2), divmod(x, inner + 2)
            rows[y][x] = _finder(down, right, inner + 1)
            if 0 < down <= inner and 0 < right <= inner:
                word, bit = bits[region_y * inner + down - 1][region_x * inner + right - 1]
                rows[y][x] = words[word - 1] >> (_HIGHEST - bit) & 1 if word else bit
    return rows


def _finder(down: int, right: int, last: int) -> int:
    if right == 0 or down == last:
        return 1
    if down == 0:
        return int(right % 2 == 0)
    return int(down % 2 == 1)
