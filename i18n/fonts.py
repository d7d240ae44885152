"""Fonts that are on every machine, because packages bring them: nothing is taken from the system.

Noto Sans CJK has Latin with all Vietnamese marks and draws Chinese, Japanese and Korean forms of a
character by the text's language. Libertinus Serif comes inside typst.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import cvttf_NotoSansCJK_Regular  # type: ignore[import-untyped]  # a font file with one function, no types

from marketplace import typesetting

SANS = "Noto Sans CJK TC"
SERIF = "Libertinus Serif"


def sans_file() -> Path:
    """Noto Sans CJK as one OpenType file."""
    return Path(cvttf_NotoSansCJK_Regular.get_TTF_path())


@cache
def fonts() -> typesetting.Fonts:
    """Read once: the font file has 16 MB."""
    return typesetting.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(sans_file().parent)]
    )
