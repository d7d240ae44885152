"""``lay_out``: where symbol, its reading and the text stand on a label, in millimetres.

1. A label that is wider than high has the symbol at the left and the text at the right; another has them one above the
   other.
2. Beneath the symbol stands what people read of it, each element on a line; on a low label it stands under the text.
3. The text begins as large as it may and shrinks until all of it fits; a name gets three lines, then it is cut.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from catalog.traceability.labels.label_item import LabelItem
from catalog.traceability.labels.label_run import LabelSymbol
from catalog.traceability.labels.label_text import LabelText
from catalog.traceability.labels.sheet import Sheet
from catalog.traceability.labels.typeface import IDEOGRAPHIC, width_of
from catalog.traceability.symbols.module_size import SymbolTooLarge, module_for
from catalog.traceability.symbols.symbol import Symbol

MARGIN = Decimal("1.5")
LINE = Decimal("1.32")
"""From line to line, in sizes of the letters: room for the marks of Vietnamese capitals."""
POINT = Decimal("25.4") / 72
LARGEST, SMALLEST, STEP = Decimal(9), Decimal("4.5"), Decimal("0.5")
"""Sizes of letters, in points."""
READING = Decimal("5.5")
LOW = 25
"""Labels below so many millimetres have all their height for the symbol."""
MOST_NAME_LINES = 3
_SHARE = {LabelSymbol.EAN: Decimal("0.68"), LabelSymbol.QR: Decimal("0.5"), LabelSymbol.DATA_MATRIX: Decimal("0.45")}
_WANTED = {LabelSymbol.EAN: "EAN", LabelSymbol.QR: "QR", LabelSymbol.DATA_MATRIX: "DATA_MATRIX"}


@dataclass(frozen=True, slots=True)
class Box:
    left: Decimal
    top: Decimal
    width: Decimal
    height: Decimal


@dataclass(frozen=True, slots=True)
class Line:
    """``baseline`` from the top of the label; ``size`` in points."""

    left: Decimal
    baseline: Decimal
    size: Decimal
    text: str


@dataclass(frozen=True, slots=True)
class PlacedSymbol:
    """``left`` and ``top`` are of the first module, within the quiet zone; ``dots`` of the printer to a module."""

    left: Decimal
    top: Decimal
    dots: int
    reading: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    symbol: Box
    """Room for the symbol with its quiet zone."""
    reading: Box | None
    """Where its reading stands, when it does not stand right beneath it."""
    text: Box
    lines: tuple[Line, ...]


def lay_out(sheet: Sheet, text: LabelText, first: LabelItem) -> Layout:
    """For all labels of a run, by the first of them."""
    width, height = sheet.label[0] - 2 * MARGIN, sheet.label[1] - 2 * MARGIN
    if sheet.label[0] > sheet.label[1]:
        share = sheet.label[0] * _SHARE[first.kind]
        side = min(share, height) if first.kind != LabelSymbol.EAN else share
        symbol = Box(MARGIN, MARGIN, side, height)
        room = Box(MARGIN + side + 1, MARGIN, width - side - 1, height)
        if sheet.label[1] < LOW and first.kind != LabelSymbol.EAN:
            return _low(symbol, room, text, _reading_height(first))
    else:
        high = min(width + _reading_height(first), height * Decimal("0.62"))
        symbol = Box(MARGIN, MARGIN, width, high)
        room = Box(MARGIN, MARGIN + high + 1, width, height - high - 1)
    return Layout(symbol, None, room, _lines(room, text))


def _low(symbol: Box, room: Box, text: LabelText, beneath: Decimal) -> Layout:
    above = Box(room.left, room.top, room.width, room.height - beneath)
    reading = Box(room.left, room.top + above.height, room.width, beneath)
    return Layout(symbol, reading, above, _lines(above, text))


def place_symbol(layout: Layout, item: LabelItem, symbol: Symbol, *, dot: Decimal) -> PlacedSymbol:
    """In the middle of its room, on whole dots of the printer. Raises ``SymbolTooLarge``."""
    box, beneath = layout.symbol, Decimal(0) if layout.reading else _reading_height(item)
    room = (box.width, box.height - beneath)
    if room[1] <= 0:
        raise SymbolTooLarge(needed=(box.width, beneath), room=(box.width, box.height))
    dots = module_for(symbol, _WANTED[item.kind], room=room, dot=dot)
    module = dots * dot
    left = box.left + (box.width - symbol.whole_width * module) / 2
    whole = Decimal(str(symbol.whole_height)) * module
    top = box.top + (room[1] - whole) / 2
    under = layout.reading or Box(box.left, top + whole, box.width, beneath)
    inner = (left + symbol.quiet.left * module, top + symbol.quiet.above * module)
    return PlacedSymbol(
        int(inner[0] / dot) * dot,
        int(inner[1] / dot) * dot,
        dots,
        _reading(item, under, is_centred=layout.reading is None),
    )


def _reading(item: LabelItem, box: Box, *, is_centred: bool) -> tuple[Line, ...]:
    size = min(READING, *(_fitting(word, box.width) for word in item.words))
    lines = []
    for row, word in enumerate(item.words):
        left = box.left + ((box.width - _width(word, size)) / 2 if is_centred else 0)
        lines.append(Line(left, box.top + size * POINT * (1 + row * LINE), size, word))
    return tuple(lines)


def _reading_height(item: LabelItem) -> Decimal:
    return len(item.words) * READING * POINT * LINE


def _fitting(word: str, width: Decimal) -> Decimal:
    """The largest size at which the word is no wider; a reading may not be cut."""
    return (width / POINT / Decimal(str(width_of(word, "")))).quantize(Decimal("0.1"), rounding="ROUND_DOWN")


def _width(word: str, size: Decimal, language: str = "") -> Decimal:
    return Decimal(str(width_of(word, language))) * size * POINT


def _lines(box: Box, text: LabelText) -> tuple[Line, ...]:
    size = LARGEST
    while size > SMALLEST and not _fits(box, text, size):
        size -= STEP
    rows = _rows(box, text, size)
    pitch = size * POINT * LINE
    most = max(int(box.height / pitch), 1)
    top = box.top + max((box.height - min(len(rows), most) * pitch) / 2, Decimal(0))
    return tuple(Line(box.left, top + row * pitch + size * POINT, size, words) for row, words in enumerate(rows[:most]))


def _fits(box: Box, text: LabelText, size: Decimal) -> bool:
    rows = _rows(box, text, size)
    whole = not any(row.endswith(("…", "...")) for row in rows)
    return whole and len(rows) * size * POINT * LINE <= box.height


def _rows(box: Box, text: LabelText, size: Decimal) -> list[str]:
    ems = box.width / (size * POINT)
    return [
        *_wrapped(text.name, ems, text.language, MOST_NAME_LINES),
        *(_cut(line, ems, text.language) for line in text.lines),
    ]


def _wrapped(words: str, ems: Decimal, language: str, most: int) -> list[str]:
    """Broken between words, and anywhere in a script that has no spaces."""
    rows = [""]
    for piece in _pieces(unicodedata.normalize("NFC", words)):
        if rows[-1] and len(rows) < most and width_of((rows[-1] + piece).rstrip(), language) > ems:
            rows.append(piece.lstrip())
        else:
            rows[-1] += piece
    return [_cut(row.strip(), ems, language) for row in rows]


def _pieces(words: str) -> list[str]:
    pieces: list[str] = []
    for character in words:
        begins = not pieces or pieces[-1].endswith(" ") or unicodedata.east_asian_width(character) in "WF"
        pieces[-1:] = [*pieces[-1:], character] if begins else [pieces[-1] + character]
    return pieces


def _cut(words: str, ems: Decimal, language: str) -> str:
    if width_of(words, language) <= ems:
        return words
    dots = "…" if language in IDEOGRAPHIC else "..."
    while words and width_of(words + dots, language) > ems:
        words = words[:-1]
    return words.rstrip() + dots
