"""A number as a Code 128 barcode that scanners of carriers read."""

from __future__ import annotations

from catalog.traceability.symbols.code128 import code_128_symbol
from catalog.traceability.symbols.svg import symbol_svg

LONGEST = 40


def barcode_svg(text: str) -> str:
    """An SVG document; empty for a number that Code 128 cannot hold, such as none."""
    plain = "".join(text.split())
    if not plain or len(plain) > LONGEST or not plain.isascii() or not plain.isprintable():
        return ""
    return symbol_svg(code_128_symbol(plain))
