"""The first sheet of an Excel workbook, read row by row so that nothing in it can unpack beyond bounds.

1. The archive's own directory says how large everything becomes: refused above 400 MB or 500 entries, which stops zip
   bombs (Python's zip reader never yields more than the directory says); shared texts, which are held in memory, above
   150 MB.
2. Every part of XML is looked through before anything parses it: a document type declaration, which entity bombs need,
   an encoding other than UTF-8, behind which one could hide, or a row of more than 20,000 cells is refused.
3. Rows are streamed and cut at the bounds; formulas count with their last computed value.

openpyxl in its read-only mode reads 50,000 rows of 20 columns in 31 MB and 12 s; calamine in 124 MB and 1.4 s, but it
lays out the sheet's whole rectangle: two cells in opposite corners of a sheet ask for half a terabyte, and the
process ends without an exception. Hence openpyxl.
"""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any, BinaryIO
from xml.etree.ElementTree import ParseError

from catalog.products.bulk_import.bounds import MOST_COLUMNS, MOST_ROWS, FileRefused
from catalog.products.bulk_import.zip_bounds import BadArchive, open_archive
from i18n.messages import gettext_noop as _
from marketplace import xlsx

MOST_UNPACKED = 400 * 1024 * 1024
MOST_SHARED = 150 * 1024 * 1024
MOST_ENTRIES = 500
MOST_CELLS_IN_ROW = 20_000
_PIECE = 1024 * 1024
_OVERLAP = 64
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ParseError,
    LookupError,
    ValueError,
    ArithmeticError,
    TypeError,
    OSError,
    EOFError,
    AttributeError,
    AssertionError,
    RecursionError,
    RuntimeError,
)
"""What openpyxl and the standard library raise over damaged workbooks."""
_DECLARES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"^\s*<\?xml[^>]*encoding\s*=\s*[\"']([^\"']*)[\"']")
_CELLS = re.compile(rb"</(?:\w+:)?row>|<(?:\w+:)?c[\s/>]")
_ROWS = re.compile(rb"<(?:\w+:)?row[\s/>]")
_DAMAGED = _("This Excel workbook is damaged or protected and cannot be read.")


def is_xlsx(content: bytes) -> bool:
    """By its first bytes: a zip archive."""
    return content.startswith(b"PK\x03\x04")


def xlsx_rows(
    source: bytes | BinaryIO, *, most_rows: int = MOST_ROWS, most_columns: int = MOST_COLUMNS
) -> Iterator[list[str]]:
    """The rows of the first sheet; raises `FileRefused`. One row more than ``most_rows`` may come, for the header."""
    file = BytesIO(source) if isinstance(source, bytes) else source
    try:
        check_workbook(file)
        workbook = xlsx.load_workbook(file, read_only=True, data_only=True, keep_links=False)
        try:
            sheet = workbook.worksheets[0]
            sheet.reset_dimensions()
            for row in sheet.iter_rows(max_row=most_rows + 50, max_col=most_columns, values_only=True):
                yield [_text(cell) for cell in row]
        finally:
            workbook.close()
    except FileRefused:
        raise
    except (*_BROKEN, xlsx.InvalidFileException) as broken:
        raise FileRefused(_DAMAGED) from broken


def check_workbook(file: BinaryIO) -> int:
    """How many rows its largest sheet has; raises `FileRefused` for a workbook that may not be parsed."""
    try:
        archive = open_archive(file)
    except BadArchive as bad:
        raise FileRefused(_DAMAGED) from bad
    with archive:
        entries = archive.infolist()
        shared = sum(entry.file_size for entry in entries if "sharedstrings" in entry.filename.lower())
        if (
            len(entries) > MOST_ENTRIES
            or sum(entry.file_size for entry in entries) > MOST_UNPACKED
            or shared > MOST_SHARED
        ):
            raise FileRefused(
                _("This workbook unpacks to more than %(megabytes)s MB."), megabytes=MOST_UNPACKED // 1024**2
            )
        if "[Content_Types].xml" not in archive.namelist():
            raise FileRefused(_("This archive is not an Excel workbook (.xlsx)."))
        parts = [entry for entry in entries if entry.filename.lower().endswith((".xml", ".rels", ".vml"))]
        return max((_look_through(archive, entry) for entry in parts), default=0)


def _look_through(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> int:
    """The part's number of rows; a declaration hides neither behind a comment nor across the edge of a piece."""
    rows, cells, before = 0, 0, b""
    with archive.open(entry) as part:
        while piece := part.read(_PIECE):
            if not before:
                _refuse_encodings(piece)
            window = before + piece
            if _DECLARES.search(window):
                raise FileRefused(_("This workbook contains declarations that Excel never writes."))
            edge = max(len(window) - _OVERLAP, 0)
            rows += sum(met.start() < edge for met in _ROWS.finditer(window))
            cells = _count_cells(window, edge, cells)
            before = window[edge:]
    return rows + len(_ROWS.findall(before))


def _refuse_encodings(head: bytes) -> None:
    stated = _ENCODING.match(head.removeprefix(b"\xef\xbb\xbf"))
    is_ascii_based = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<" and b"\x00" not in head[:200]
    if not is_ascii_based or (stated and stated[1].lower() not in {b"utf-8", b"us-ascii", b"ascii"}):
        raise FileRefused(_DAMAGED)


def _count_cells(window: bytes, edge: int, cells: int) -> int:
    """The cells of the row in hand; a tag across the edge is counted once, with the piece it begins in."""
    for met in _CELLS.finditer(window):
        if met.start() >= edge:
            break
        cells = 0 if met[0].startswith(b"</") else cells + 1
        if cells > MOST_CELLS_IN_ROW:
            raise FileRefused(_("This workbook has more columns than anybody could fill."))
    return cells


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else _plainly(cell)
    if isinstance(cell, datetime) and not (cell.hour or cell.minute or cell.second):
        return cell.date().isoformat()
    if isinstance(cell, datetime | date):
        return cell.isoformat()
    return str(cell)


def _plainly(number: float) -> str:
    """Six decimals at most, and never exactly three, which would look like groups of thousands."""
    text = f"{number:.6f}".rstrip("0").rstrip(".")
    return f"{text}0" if len(text.partition(".")[2]) == 3 else text
