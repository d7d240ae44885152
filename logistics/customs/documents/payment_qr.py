"""A payment code as a picture that any paper and any page can show."""

from __future__ import annotations

from io import BytesIO

import segno

QUIET_ZONE_MODULES = 4


def payment_qr_svg(text: str) -> str:
    """An SVG document, black on white with its own quiet zone; level M, as EMVCo and EPC069-12 ask for."""
    file = BytesIO()
    segno.make_qr(text, error="m", boost_error=False).save(
        file, kind="svg", border=QUIET_ZONE_MODULES, omitsize=True, dark="#000", light="#fff", xmldecl=False
    )
    return file.getvalue().decode()
