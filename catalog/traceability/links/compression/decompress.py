"""Element strings and other words of a compressed Digital Link (GS1 Digital Link Standard: Compression).

1. Eight bits are two hexadecimal digits. Two decimal ones begin an identifier, whose further digits take four bits
   each; others are the code of identifiers that go together, or, with F, a word of the query that is none of GS1's.
2. Values follow without identifiers between them. Digits of a fixed number take as many bits as the largest such number
   does; of a varying number they have their count before them.
3. Text has three bits before it that say how it is written: 0 digits, 1 and 2 hexadecimal in small letters and
   capitals, 3 URL-safe base 64, 4 ASCII of seven bits; then its length where that varies.
4. Eight bits or fewer at the end are filling.
"""

from __future__ import annotations

from catalog.traceability.gs1.application_identifier import application_identifiers
from catalog.traceability.gs1.message import Element
from catalog.traceability.links.compression.bits import BadCompression, Bits, bits_for_length, bits_for_value
from catalog.traceability.links.compression.layout import Piece, layout
from catalog.traceability.links.compression.optimisations import OPTIMISATIONS

HEX = "0123456789abcdef"
BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_FILLING = 8
LONGEST = 1000
"""Characters: all that one thing can be said to be takes far fewer."""


def decompress(text: str) -> tuple[list[Element], list[tuple[str, str]]]:
    """The elements in their order, and other words with their values; raises `BadCompression`.

    Whether the elements make a Digital Link is for its own rules to say.
    """
    if len(text) > LONGEST:
        raise BadCompression("it is too long")
    bits = Bits.of(text)
    elements: list[Element] = []
    others: list[tuple[str, str]] = []
    while bits.left > _FILLING:
        code = f"{bits.take(8):02X}"
        if code.isdecimal():
            ai = _identifier(code, bits)
            elements.append((ai, _value(ai, bits)))
        elif code in OPTIMISATIONS:
            elements += [(ai, _value(ai, bits)) for ai in OPTIMISATIONS[code]]
        elif code[0] == "F":
            others.append(_other(int(code[1], 16), bits))
        else:
            raise BadCompression(f"{code} begins nothing")
    if not elements:
        raise BadCompression("it says nothing")
    return elements, others


def _identifier(begun: str, bits: Bits) -> str:
    """Of two digits, or with more of them until there is such an identifier; two digits decide how many."""
    known = application_identifiers()
    while begun not in known:
        digit = bits.take(4)
        if digit > 9 or not any(code.startswith(begun) for code in known):
            raise BadCompression(f"{begun} begins no identifier")
        begun += str(digit)
    return begun


def _value(ai: str, bits: Bits) -> str:
    return "".join(_piece(piece, bits) for piece in layout(ai))


def _piece(piece: Piece, bits: Bits) -> str:
    if piece.is_digits:
        return _digits(_length(piece, bits), bits)
    encoding = bits.take(3)
    return _text(encoding, _length(piece, bits), bits)


def _length(piece: Piece, bits: Bits) -> int:
    count = bits.take(bits_for_length(piece.most)) if piece.varies else piece.most
    if count > piece.most:
        raise BadCompression("a value is too long")
    return count


def _digits(count: int, bits: Bits) -> str:
    number = str(bits.take(bits_for_value(count)))
    if count and len(number) > count:
        raise BadCompression("a number is too large")
    return number.zfill(count) if count else ""


def _text(encoding: int, count: int, bits: Bits) -> str:
    if encoding == 0:
        return _digits(count, bits)
    if encoding in (1, 2):
        found = "".join(HEX[bits.take(4)] for _ in range(count))
        return found.upper() if encoding == 2 else found
    if encoding == 3:
        return "".join(BASE64[bits.take(6)] for _ in range(count))
    if encoding == 4:
        return "".join(chr(bits.take(7)) for _ in range(count))
    raise BadCompression(f"nothing is written in way {encoding}")


def _other(first: int, bits: Bits) -> tuple[str, str]:
    """A word and its value: seven bits of length, of which four came with the F; base 64; way; length; value."""
    name = "".join(BASE64[bits.take(6)] for _ in range(first << 3 | bits.take(3)))
    encoding, count = bits.take(3), bits.take(7)
    return name, _text(encoding, count, bits)
