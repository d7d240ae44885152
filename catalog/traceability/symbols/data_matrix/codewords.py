"""An element string as the code words of a Data Matrix: ASCII encodation, padding, error correction.

1. FNC1 stands first and says that GS1's identifiers follow; another ends each value of no fixed length.
2. Two digits are one word (130 and up), any other character is one (its code and 1).
3. What is left of the capacity is filled with pads that are scrambled by their place.
4. Reed-Solomon words over 256 elements (polynomial 301) follow.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from catalog.traceability.gs1.element_string import SEPARATOR

FNC1, PAD = 232, 129
_POLYNOMIAL = 301


@dataclass(frozen=True, slots=True)
class Size:
    """A square symbol whose words are one block."""

    side: int
    """Modules, finder pattern with it."""
    regions: int
    """Along a side."""
    data: int
    correction: int


SIZES = (
    Size(10, 1, 3, 5), Size(12, 1, 5, 7), Size(14, 1, 8, 10), Size(16, 1, 12, 12), Size(18, 1, 18, 14),
    Size(20, 1, 22, 18), Size(22, 1, 30, 20), Size(24, 1, 36, 24), Size(26, 1, 44, 28), Size(32, 2, 62, 36),
    Size(36, 2, 86, 42), Size(40, 2, 114, 48), Size(44, 2, 144, 56), Size(48, 2, 174, 68),
)  # fmt: skip
"""ISO/IEC 16022, table 7, up to where words are spread over several blocks."""


class TooLongForDataMatrix(ValueError):
    """More than 174 words."""


def words_of(text: str) -> tuple[Size, list[int]]:
    """The least size that holds the text (as `scanned` gives it), and all of its words."""
    data = [FNC1, *_encoded(text)]
    size = next((size for size in SIZES if size.data >= len(data)), None)
    if size is None:
        raise TooLongForDataMatrix(f"{len(data)} words are more than {SIZES[-1].data}")
    padded = _padded(data, size.data)
    return size, [*padded, *correction(padded, size.correction)]


def _encoded(text: str) -> list[int]:
    words, at = [], 0
    while at < len(text):
        pair = text[at : at + 2]
        if len(pair) == 2 and pair.isascii() and pair.isdigit():
            words.append(130 + int(pair))
            at += 2
            continue
        words.append(FNC1 if text[at] == SEPARATOR else ord(text[at]) + 1)
        at += 1
    return words


def _padded(data: list[int], capacity: int) -> list[int]:
    if len(data) == capacity:
        return data
    padded = [*data, PAD]
    while len(padded) < capacity:
        scrambled = PAD + (149 * (len(padded) + 1)) % 253 + 1
        padded.append(scrambled if scrambled <= 254 else scrambled - 254)
    return padded


def correction(data: list[int], count: int) -> list[int]:
    """The rest of the division by the generator of so many roots."""
    generator = _generator(count)
    rest = [0] * count
    for word in data:
        factor = word ^ rest[0]
        rest = [left ^ _times(factor, coefficient) for left, coefficient in zip([*rest[1:], 0], generator, strict=True)]
    return rest


@cache
def _generator(count: int) -> tuple[int, ...]:
    """Coefficients of (x - 2)(x - 4)…(x - 2^count) from the second highest power on."""
    powers, _logarithms = _tables()
    coefficients = [1]
    for root in range(1, count + 1):
        shifted = [*coefficients, 0]
        scaled = [0, *(_times(each, powers[root]) for each in coefficients)]
        coefficients = [one ^ other for one, other in zip(shifted, scaled, strict=True)]
    return tuple(coefficients[1:])


def _times(one: int, other: int) -> int:
    powers, logarithms = _tables()
    return powers[(logarithms[one] + logarithms[other]) % 255] if one and other else 0


@cache
def _tables() -> tuple[list[int], list[int]]:
    powers, logarithms, value = [0] * 255, [0] * 256, 1
    for exponent in range(255):
        powers[exponent], logarithms[value] = value, exponent
        value <<= 1
        if value & 256:
            value ^= _POLYNOMIAL
    return powers, logarithms
