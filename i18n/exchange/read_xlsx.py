"""Translations out of a workbook that `write_xlsx` made and somebody filled in.

The archive's own directory says how large everything becomes, so a bomb is refused before it is unpacked; a document
type declaration, which entity bombs need, is refused in every part; formulas count with their last computed value.
"""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import ParseError

from i18n.exchange import workbook as layout
from i18n.exchange.unit_in_file import (
    MOST_BYTES,
    MOST_UNITS,
    FileRefused,
    TranslationFile,
    UnitInFile,
    too_large,
    too_many,
)
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _
from marketplace import xlsx

MOST_UNPACKED, MOST_ENTRIES = 150 * 1024 * 1024, 500
_DOCTYPE = re.compile(rb"<\x00?!\x00?D\x00?O\x00?C", re.IGNORECASE)
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, ParseError, LookupError, ValueError,
    ArithmeticError, TypeError, OSError, EOFError, AttributeError, AssertionError, RuntimeError,
)  # fmt: skip
"""What zip, XML and workbook readers raise on bytes that are not what they seem."""


def read_xlsx(content: bytes) -> TranslationFile:
    """The workbook's units; raises `FileRefused`."""
    if len(content) > MOST_BYTES:
        raise too_large()
    try:
        _refuse_bombs(content)
        book = xlsx.load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        try:
            source, target = _languages(book)
            units = list(_units(book[layout.SHEET]))
        finally:
            book.close()
    except FileRefused:
        raise
    except (*_BROKEN, xlsx.InvalidFileException) as broken:
        raise FileRefused(_("This Excel workbook is damaged, protected or not one that was exported here.")) from broken
    return TranslationFile(source, target, units)


def _languages(book: Any) -> tuple[str, str]:
    [first] = list(book[layout.ABOUT].iter_rows(max_row=1, max_col=2, values_only=True))
    source, target = (str(cell) for cell in first)
    if source not in LANGUAGES or target not in LANGUAGES or source == target:
        raise FileRefused(_("The workbook does not say which two of the marketplace's languages it is in."))
    return source, target


def _units(sheet: Any) -> Iterator[UnitInFile]:
    sheet.reset_dimensions()
    rows = sheet.iter_rows(
        min_row=layout.FIRST_ROW,
        max_row=layout.FIRST_ROW + MOST_UNITS,
        max_col=layout.TARGET_HASH + 1,
        values_only=True,
    )
    for count, row in enumerate(rows):
        if count >= MOST_UNITS:
            raise too_many()
        cells = [str(cell) if cell is not None else "" for cell in [*row, *[None] * 9][:9]]
        if cells[layout.NAME].strip():
            target_hash = cells[layout.TARGET_HASH].strip()
            yield UnitInFile(
                name=cells[layout.NAME].strip()[:160],
                text=cells[layout.TRANSLATION],
                source_hash=cells[layout.SOURCE_HASH].strip() or None,
                target_hash="" if target_hash == "-" else target_hash or None,
            )


def _refuse_bombs(content: bytes) -> None:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        entries = archive.infolist()
        if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
            raise FileRefused(
                _("This workbook unpacks to more than %(megabytes)s MB."), megabytes=MOST_UNPACKED // 1024**2
            )
        for entry in entries:
            if entry.filename.endswith((".xml", ".rels")):
                with archive.open(entry) as part:
                    if _DOCTYPE.search(part.read(4096)):
                        raise FileRefused(_("This workbook contains declarations that Excel never writes."))
