"""``write_pdf``: labels on pages, exact in millimetres, to be printed at their real size.

Pages go to the file as they are drawn. At the end comes the font with the letters that were used and no others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice
from typing import BinaryIO
from unicodedata import normalize

from catalog.traceability.labels.label_item import LabelItem
from catalog.traceability.labels.label_text import LabelText
from catalog.traceability.labels.layout import Layout, Line, lay_out, place_symbol
from catalog.traceability.labels.pdf_file import PdfFile
from catalog.traceability.labels.sheet import Sheet
from catalog.traceability.labels.typeface import ASCENT, DESCENT, font_of, glyphs

POINTS = Decimal(72) / Decimal("25.4")
_NAME = "LABELS+NotoSansCJKtc-Regular"
DOT = Decimal("25.4") / 600
"""Modules are whole dots of the printers that offices have."""


def write_pdf(file: BinaryIO, *, sheet: Sheet, text: LabelText, items: Iterable[LabelItem]) -> Iterator[int]:
    """Write the labels, telling after each page how many are done. Raises ``SymbolTooLarge``."""
    drawing = _Drawing(PdfFile(file), sheet, text)
    rest, done = iter(items), 0
    while page := list(islice(rest, sheet.labels)):
        drawing.page(page)
        done += len(page)
        yield done
    drawing.finish()


class _Drawing:
    def __init__(self, pdf: PdfFile, sheet: Sheet, text: LabelText) -> None:
        self.pdf, self.sheet, self.text = pdf, sheet, text
        self.layout: Layout | None = None
        self.words = ""
        """The text of every label, drawn."""
        self.used: dict[int, tuple[str, int]] = {0: ("\ufffd", 1000)}

    def page(self, items: list[LabelItem]) -> None:
        parts = ["0 g"]
        for place, item in enumerate(items):
            parts += self._label(item, *self.sheet.corner(place))
        width, height = (float(side * POINTS) for side in self.sheet.page)
        self.pdf.add_page("\n".join(parts).encode("ascii"), width=width, height=height)

    def finish(self) -> None:
        descendant, descriptor, outlines, unicode = (self.pdf.reserve() for _ in range(4))
        name = f"/BaseFont /{_NAME}"
        self.pdf.add(
            self.pdf.font,
            f"<< /Type /Font /Subtype /Type0 {name} /Encoding /Identity-H "
            f"/DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R >>",
        )
        widths = " ".join(f"{cid} [{width}]" for cid, (_character, width) in sorted(self.used.items()))
        self.pdf.add(
            descendant,
            f"<< /Type /Font /Subtype /CIDFontType0 {name} "
            f"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            f"/FontDescriptor {descriptor} 0 R /DW 1000 /W [{widths}] >>",
        )
        self.pdf.add(
            descriptor,
            f"<< /Type /FontDescriptor /FontName /{_NAME} /Flags 4 /FontBBox [-1000 -400 3000 1200] /ItalicAngle 0 "
            f"/Ascent {ASCENT} /Descent -{DESCENT} /CapHeight 733 /StemV 80 /FontFile3 {outlines} 0 R >>",
        )
        self.pdf.add_stream(outlines, font_of(set(self.used)), "/Subtype /CIDFontType0C ")
        self.pdf.add_stream(unicode, self._to_unicode())
        self.pdf.close()

    def _label(self, item: LabelItem, left: Decimal, top: Decimal) -> Iterator[str]:
        """Within the label, lengths go from its upper left corner, and up."""
        if self.layout is None:
            self.layout = lay_out(self.sheet, self.text, item)
            self.words = " ".join(map(self._line, self.layout.lines))
        symbol = item.symbol()
        placed = place_symbol(self.layout, item, symbol, dot=DOT)
        module = placed.dots * DOT * POINTS
        yield f"q 1 0 0 1 {left * POINTS:.4f} {(self.sheet.page[1] - top) * POINTS:.4f} cm"
        yield from map(self._line, placed.reading)
        yield self.words
        bars = " ".join(f"{x:g} {y:g} {width:g} {height:g} re" for x, y, width, height in symbol.rectangles)
        yield f"{module:.5f} 0 0 -{module:.5f} {placed.left * POINTS:.4f} {-placed.top * POINTS:.4f} cm {bars} f Q"

    def _line(self, line: Line) -> str:
        found = glyphs(line.text, self.text.language)
        for character, glyph in zip(normalize("NFC", line.text), found, strict=True):
            self.used.setdefault(glyph.cid, (character, glyph.width))
        letters = "".join(f"{glyph.cid:04X}" for glyph in found)
        x, y = line.left * POINTS, -line.baseline * POINTS
        return f"BT /F {line.size:.2f} Tf {x:.3f} {y:.3f} Td <{letters}> Tj ET"

    def _to_unicode(self) -> bytes:
        """So that the text can be searched and copied."""
        rows = [f"<{cid:04X}> <{character.encode('utf-16-be').hex()}>" for cid, (character, _) in self.used.items()]
        blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
        body = "\n".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar" for block in blocks)
        return (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Labels def /CMapType 2 def\n"
            f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{body}\n"
            "endcmap CMapName currentdict /CMap defineresource pop end end"
        ).encode("ascii")
