"""The QR code of a trace code: the public address of its page."""

from __future__ import annotations

from django.conf import settings

from catalog.traceability.symbols.qr import qr_symbol
from catalog.traceability.symbols.svg import symbol_svg


def trace_url(code: str) -> str:
    return f"{settings.PUBLIC_URL}/t/{code}"


def qr_svg(code: str) -> str:
    """An SVG picture that scales to any label, black on white, with its own quiet zone."""
    return symbol_svg(qr_symbol(trace_url(code)), title=code)


def lot_trace_url(code: str) -> str:
    """The page of a whole lot, reached by one of its codes: nothing is said or counted there of one piece."""
    return f"{trace_url(code)}?by=lot"


def lot_qr_svg(code: str) -> str:
    """The QR code of `lot_trace_url`."""
    return symbol_svg(qr_symbol(lot_trace_url(code)), title=code)
