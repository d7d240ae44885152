"""The first sheet of an Excel workbook, read row by row so that nothing in it can unpack beyond bounds.

1. The archive's own directory says how large everything becomes: refused above 100 MB or 500 entries, which stops zip
   bombs (Python's zip reader never yields more than the directory says).
2. A document type declaration, which entity bombs need, is refused in every part.
3. Rows are streamed and cut at the bounds; formulas count with their last computed value.
"""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from catalog.products.bulk_import.bounds import MOST_COLUMNS, MOST_ROWS, FileRefused
from i18n.messages import gettext_noop as _

MOST_UNPACKED = 100 * 1024 * 1024
MOST_ENTRIES = 500
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    InvalidFileException,
    ParseError,
    LookupError,
    ValueError,
    ArithmeticError,
    TypeError,
    OSError,
    EOFError,
    AttributeError,
    AssertionError,
    RuntimeError,
)
"""What zip, XML and workbook readers raise on bytes that are not what they seem: an encrypted or unknown entry is a
RuntimeError, a date beyond the calendar an ArithmeticError."""
_DOCTYPE = re.compile(rb"<\x00?!\x00?D\x00?O\x00?C", re.IGNORECASE)


def is_xlsx(content: bytes) -> bool:
    """Whether the file's signature is that of an archive."""
    return content.startswith(b"PK\x03\x04")


def xlsx_rows(content: bytes) -> Iterator[list[str]]:
    """The rows of the first sheet; raises `FileRefused`."""
    try:
        _refuse_bombs(content)
        workbook = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        try:
            sheet = workbook.worksheets[0]
            sheet.reset_dimensions()
            for row in sheet.iter_rows(max_row=MOST_ROWS + 50, max_col=MOST_COLUMNS, values_only=True):
                yield [_text(cell) for cell in row]
        finally:
            workbook.close()
    except FileRefused:
        raise
    except _BROKEN as broken:
        raise FileRefused(_("This Excel workbook is damaged or protected and cannot be read.")) from broken


def _refuse_bombs(content: bytes) -> None:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        entries = archive.infolist()
        if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
            raise FileRefused(
                _("This workbook unpacks to more than %(megabytes)s MB."), megabytes=MOST_UNPACKED // 1024**2
            )
        if "[Content_Types].xml" not in archive.namelist():
            raise FileRefused(_("This archive is not an Excel workbook (.xlsx)."))
        for entry in entries:
            if entry.filename.endswith((".xml", ".rels")):
                with archive.open(entry) as part:
                    if _DOCTYPE.search(part.read(4096)):
                        raise FileRefused(_("This workbook contains declarations that Excel never writes."))


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime | date):
        return cell.isoformat()
    return str(cell)
