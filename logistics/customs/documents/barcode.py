"""A number as a Code 128 barcode that scanners of carriers read."""

from __future__ import annotations

import zxingcpp

LONGEST = 40


def barcode_svg(text: str) -> str:
    """An SVG document; empty for a number that Code 128 cannot hold, such as none."""
    plain = "".join(text.split())
    if not plain or len(plain) > LONGEST or not plain.isascii() or not plain.isprintable():
        return ""
    made = zxingcpp.create_barcode(plain, zxingcpp.BarcodeFormat.Code128)
    return str(zxingcpp.write_barcode_to_svg(made, add_hrt=False, add_quiet_zones=True))
