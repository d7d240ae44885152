"""A payment code as a picture that any paper and any page can show."""

from __future__ import annotations

from catalog.traceability.symbols.qr import qr_symbol
from catalog.traceability.symbols.svg import symbol_svg


def payment_qr_svg(text: str) -> str:
    """An SVG document, black on white with its own quiet zone; level M, as EMVCo and EPC069-12 ask for."""
    return symbol_svg(qr_symbol(text))
