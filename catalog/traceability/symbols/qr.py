"""QR codes (ISO/IEC 18004), level M: 15 % may be scratched off and it still reads."""

from __future__ import annotations

import segno

from catalog.traceability.symbols.symbol import Symbol, of_matrix

ERROR_CORRECTION = "m"
QUIET_ZONE_MODULES = 4


def qr_symbol(text: str) -> Symbol:
    made = segno.make_qr(text, error=ERROR_CORRECTION, boost_error=False)
    return of_matrix(made.matrix, quiet=QUIET_ZONE_MODULES)
