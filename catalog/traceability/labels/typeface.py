"""The letters of labels: which glyph of our font each is, how wide, and a font file of these glyphs alone."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

from i18n.fonts import sans_file

EM = 1000
ASCENT, DESCENT = 880, 120
"""Of ideographs, in thousandths of an em; marks on Vietnamese capitals reach higher, see `LINE` in layout.py."""
_SYSTEMS = {"zh-Hans": "ZHS ", "ja": "JAN ", "ko": "KOR "}
"""The forms of ideographs by language; the font's own are those of Taiwan."""
IDEOGRAPHIC = frozenset(_SYSTEMS)
_MISSING = ".notdef"


@dataclass(frozen=True, slots=True)
class Glyph:
    cid: int
    """Its number in the font, by which a PDF names it."""
    width: int
    """In thousandths of the letter's size."""


def glyphs(text: str, language: str) -> list[Glyph]:
    """Of every character; one that the font lacks is a box."""
    return [glyph_of(character, language) for character in unicodedata.normalize("NFC", text)]


def width_of(text: str, language: str) -> float:
    """In ems."""
    return sum(glyph.width for glyph in glyphs(text, language)) / EM


@cache
def glyph_of(character: str, language: str) -> Glyph:
    name = _characters().get(ord(character), _MISSING)
    name = _forms(_SYSTEMS.get(language, "")).get(name, name)
    return Glyph(0 if name == _MISSING else int(name.removeprefix("cid")), _font()["hmtx"][name][0])


def font_of(cids: set[int]) -> bytes:
    """These glyphs as bare outlines (CFF), each under its own number."""
    # Here and not above: processes that only show pages do without the package.
    from fontTools import subset  # type: ignore[import-untyped]  # has no types
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # has no types

    font = TTFont(sans_file(), lazy=True)
    options = subset.Options()
    options.layout_features, options.hinting, options.notdef_outline = [], False, True
    cutter = subset.Subsetter(options)
    cutter.populate(glyphs=[f"cid{cid:05d}" for cid in cids if cid])
    cutter.subset(font)
    file = BytesIO()
    font.save(file)
    file.seek(0)
    outlines: bytes = TTFont(file).reader["CFF "]
    return outlines


@cache
def _font() -> Any:
    from fontTools.ttLib import TTFont

    return TTFont(sans_file(), lazy=True)


@cache
def _characters() -> dict[int, str]:
    found: dict[int, str] = _font().getBestCmap()
    return found


@cache
def _forms(system: str) -> dict[str, str]:
    """The glyphs that a writing system draws in another form (the font's feature ``locl``)."""
    table: Any = _font()["GSUB"].table
    lookups: set[int] = set()
    for script in table.ScriptList.ScriptRecord:
        for record in script.Script.LangSysRecord:
            if record.LangSysTag == system:
                features = (table.FeatureList.FeatureRecord[index] for index in record.LangSys.FeatureIndex)
                local = (one.Feature.LookupListIndex for one in features if one.FeatureTag == "locl")
                lookups.update(*local)
    forms: dict[str, str] = {}
    for index in sorted(lookups):
        for part in table.LookupList.Lookup[index].SubTable:
            forms |= getattr(getattr(part, "ExtSubTable", part), "mapping", {})
    return forms
