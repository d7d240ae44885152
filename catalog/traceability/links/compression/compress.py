"""The short form of elements: `decompress` the other way round, for symbols with little room."""

from __future__ import annotations

from collections.abc import Sequence

from catalog.traceability.gs1.message import Element
from catalog.traceability.links.compression.bits import bits_for_length, bits_for_value, text_of
from catalog.traceability.links.compression.decompress import BASE64, HEX
from catalog.traceability.links.compression.layout import Piece, layout
from catalog.traceability.links.compression.optimisations import OPTIMISATIONS


def compress(elements: Sequence[Element]) -> str:
    """The elements, which make a Digital Link that keeps the rules, in URL-safe base 64; the key comes first."""
    rest = dict(elements)
    best = max(
        ((code, ais) for code, ais in OPTIMISATIONS.items() if set(ais) <= set(rest)),
        key=lambda found: sum(map(len, found[1])),
        default=None,
    )
    bits = ""
    if best is not None:
        bits = f"{int(best[0], 16):08b}" + "".join(_value(ai, rest.pop(ai)) for ai in best[1])
    return text_of(bits + "".join(_identifier(ai) + _value(ai, value) for ai, value in rest.items()))


def _identifier(ai: str) -> str:
    return "".join(f"{int(digit):04b}" for digit in ai)


def _value(ai: str, value: str) -> str:
    bits = ""
    for piece in layout(ai):
        written, value = value[: piece.most], value[piece.most :]
        bits += _piece(piece, written)
    return bits


def _piece(piece: Piece, value: str) -> str:
    length = f"{len(value):0{bits_for_length(piece.most)}b}" if piece.varies else ""
    if piece.is_digits:
        return length + _number(value)
    encoding, written = _text(value)
    return f"{encoding:03b}{length}{written}"


def _number(digits: str) -> str:
    return f"{int(digits or '0'):0{bits_for_value(len(digits))}b}"


def _text(piece: str) -> tuple[int, str]:
    """The way that takes the fewest bits, and the text in it."""
    if piece.isdecimal():
        return 0, _number(piece)
    if set(piece) <= set(HEX):
        return 1, "".join(f"{HEX.index(sign):04b}" for sign in piece)
    if set(piece) <= set(HEX.upper()):
        return 2, "".join(f"{HEX.upper().index(sign):04b}" for sign in piece)
    if set(piece) <= set(BASE64):
        return 3, "".join(f"{BASE64.index(sign):06b}" for sign in piece)
    return 4, "".join(f"{ord(sign):07b}" for sign in piece)
