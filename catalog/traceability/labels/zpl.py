"""``write_zpl``: labels for printers that speak ZPL II, one after the other.

The text is sent once, as a picture: so the letters of every language print, whatever fonts are in the printer. Symbols
and their readings are the printer's own work, from commands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice
from typing import BinaryIO

from PIL import Image, ImageDraw, ImageFont

from catalog.traceability.gs1.element_string import SEPARATOR
from catalog.traceability.labels.label_item import LabelItem
from catalog.traceability.labels.label_run import LabelSymbol
from catalog.traceability.labels.label_text import LabelText
from catalog.traceability.labels.layout import POINT, Layout, Line, PlacedSymbol, lay_out, place_symbol
from catalog.traceability.labels.sheet import Sheet
from catalog.traceability.labels.zpl_text import escaped
from catalog.traceability.symbols.ean import HEIGHT_8, HEIGHT_13
from i18n.fonts import sans_file

RESOLUTIONS = (203, 300)
"""Dots per inch that printers have; 203 are eight to the millimetre."""
BATCH = 50
_PICTURE = "R:LABEL.GRF"
_LANGUAGES = {"zh-Hans": "zh-Hans", "ja": "ja", "ko": "ko"}


def write_zpl(file: BinaryIO, *, sheet: Sheet, text: LabelText, items: Iterable[LabelItem], dpi: int) -> Iterator[int]:
    """Write the labels, telling now and then how many are done. Raises ``SymbolTooLarge``."""
    dot, rest, done = dot_of(dpi), iter(items), 0
    layout: Layout | None = None
    while batch := list(islice(rest, BATCH)):
        if layout is None:
            layout = lay_out(sheet, text, batch[0])
            file.write(_stored(_drawn(layout, text, dot)).encode("ascii"))
        for item in batch:
            file.write(_label(sheet, layout, item, dot).encode("ascii"))
        done += len(batch)
        yield done
    file.write(f"^XA^ID{_PICTURE}^FS^XZ\n".encode("ascii"))


def dot_of(dpi: int) -> Decimal:
    """In millimetres. 203 stands for exactly eight to the millimetre, as 300 for eleven and four fifths."""
    return Decimal(1) / {203: Decimal(8), 300: Decimal("11.8")}[dpi]


def _drawn(layout: Layout, text: LabelText, dot: Decimal) -> Image.Image:
    """The lines of text in black and white; its width is a multiple of eight dots."""
    width, height = int(layout.text.width / dot) // 8 * 8 + 8, int(layout.text.height / dot) + 1
    picture = Image.new("1", (width, height), 1)
    draw = ImageDraw.Draw(picture)
    for line in layout.lines:
        font = ImageFont.truetype(str(sans_file()), float(line.size * POINT / dot))
        at = (float((line.left - layout.text.left) / dot), float((line.baseline - layout.text.top) / dot))
        draw.text(at, line.text, font=font, fill=0, anchor="ls", language=_LANGUAGES.get(text.language))
    return picture


def _stored(picture: Image.Image) -> str:
    """Kept in the printer's memory; a dark dot is a 1."""
    content = bytes(byte ^ 0xFF for byte in picture.tobytes())
    return f"~DG{_PICTURE},{len(content)},{picture.width // 8},{content.hex().upper()}\n"


def _label(sheet: Sheet, layout: Layout, item: LabelItem, dot: Decimal) -> str:
    placed = place_symbol(layout, item, item.symbol(), dot=dot)
    width, height = (int(side / dot) for side in sheet.label)
    parts = [
        f"^XA^CI28^PW{width}^LL{height}^LH0,0",
        f"^FO{_dots(layout.text.left, dot)},{_dots(layout.text.top, dot)}^XG{_PICTURE},1,1^FS",
        _SYMBOLS[item.kind](item, placed, _dots(placed.left, dot), _dots(placed.top, dot)),
        *(_reading(line, dot) for line in placed.reading),
        "^XZ\n",
    ]
    return "\n".join(parts)


def _qr(item: LabelItem, placed: PlacedSymbol, x: int, y: int) -> str:
    """Error correction M; ``A`` lets the printer choose how characters are packed."""
    return f"^FO{x},{y}^BQN,2,{placed.dots}^FH\\^FDMA,{escaped(item.text)}^FS"


def _data_matrix(item: LabelItem, placed: PlacedSymbol, x: int, y: int) -> str:
    """ECC 200 with ``_`` as the sign that ``_1`` for FNC1 begins with."""
    text = item.text.replace("_", "__").replace(SEPARATOR, "_1")
    return f"^FO{x},{y}^BXN,{placed.dots},200,,,,_,1^FD_1{text}^FS"


def _ean(item: LabelItem, placed: PlacedSymbol, x: int, y: int) -> str:
    """The printer makes the check digit; the reading is printed apart, so that it stands where we want it."""
    command, height = ("E", HEIGHT_13) if len(item.text) == 13 else ("8", HEIGHT_8)
    return f"^FO{x},{y}^BY{placed.dots}^B{command}N,{round((height + 5) * placed.dots)},N,N^FD{item.text[:-1]}^FS"


_SYMBOLS = {LabelSymbol.QR: _qr, LabelSymbol.DATA_MATRIX: _data_matrix, LabelSymbol.EAN: _ean}


def _reading(line: Line, dot: Decimal) -> str:
    size = int(line.size * POINT / dot)
    x, y = _dots(line.left, dot), _dots(line.baseline, dot) - size
    return f"^FO{x},{y}^A0N,{size},{size}^FH\\^FD{escaped(line.text)}^FS"


def _dots(length: Decimal, dot: Decimal) -> int:
    return int((length / dot).to_integral_value())
