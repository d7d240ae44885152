"""``booth_codes_pdf``: a sheet to cut up and hang at the booths, each with the code that opens its exhibitor's card."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson

from catalog.traceability.symbols.qr import qr_symbol
from catalog.traceability.symbols.svg import symbol_svg
from i18n.fonts import fonts
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from marketplace import typesetting
from marketplace.expo.directory.short_address import booth_address
from marketplace.expo.exhibition import Expo
from marketplace.expo.hall import Booth

TEMPLATE = Path(__file__).parent / "booth_codes.typ"
SCAN = _("Scan to see who is here and what they show")
MOST_BOOTHS = 2_000


def booth_codes_pdf(expo: Expo, booths: Sequence[Booth], *, name: str, language: str, at: datetime) -> bytes:
    """Four cards of A6 a page; ``name`` is the fair's in the language. Texts reach the template as data."""
    said = {
        "name": name,
        "scan": gettext(language, SCAN),
        "also": gettext("en", SCAN) if language != "en" else "",
        "lang": language.partition("-")[0],
        "cards": [_card(expo, booth) for booth in booths[:MOST_BOOTHS]],
    }
    compiler = typesetting.Compiler(
        TEMPLATE.read_bytes(), font_paths=fonts(), sys_inputs={"sheet": orjson.dumps(said).decode()}
    )
    pdf = compiler.compile(format="pdf", timestamp=at.astimezone(UTC).replace(microsecond=0))
    if not isinstance(pdf, bytes):
        raise TypeError("typst gives a list of files for page images only")
    return pdf


def _card(expo: Expo, booth: Booth) -> dict[str, Any]:
    address = booth_address(expo.slug, booth.code)
    return {
        "code": booth.code,
        "hall": booth.hall.name,
        "exhibitor": booth.exhibitor.name if booth.exhibitor else "",
        "address": address.partition("://")[2],
        "svg": symbol_svg(qr_symbol(address)),
    }
