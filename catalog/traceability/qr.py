"""The QR code of a trace code: the public address of its page."""

from __future__ import annotations

import segno
from django.conf import settings

ERROR_CORRECTION = "m"
"""15 % may be scratched off and it still reads."""
QUIET_ZONE_MODULES = 4
"""ISO/IEC 18004 asks for four modules of white around the symbol."""


def trace_url(code: str) -> str:
    return f"{settings.PUBLIC_URL}/t/{code}"


def qr_svg(code: str) -> str:
    """An SVG picture that scales to any label, black on white, with its own quiet zone."""
    qr = segno.make_qr(trace_url(code), error=ERROR_CORRECTION, boost_error=False)
    svg: str = qr.svg_inline(border=QUIET_ZONE_MODULES, omitsize=True, dark="#000", light="#fff", title=code)
    return svg
