"""Comma, semicolon or tab separated text in the encodings that Vietnamese offices save it in."""

import csv
import io
import unicodedata
from collections.abc import Iterator

from catalog.products.bulk_import.bounds import MOST_COLUMNS, FileRefused
from i18n.messages import gettext_noop as _

_DELIMITERS = (",", ";", "\t")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def csv_rows(content: bytes) -> Iterator[list[str]]:
    """The records of the file; raises `FileRefused`."""
    text = decoded(content)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        for row in reader:
            yield row[:MOST_COLUMNS]
    except csv.Error as broken:
        raise FileRefused(
            _("This file cannot be read as a table from row %(row)s on."), row=reader.line_num
        ) from broken


def decoded(content: bytes) -> str:
    """UTF-8, UTF-16 (with or without a mark) or windows-1258, whose separate tone marks are joined to their letters."""
    for encoding in _encodings(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_text(text):
            return unicodedata.normalize("NFC", text)
    raise FileRefused(_("This is neither an Excel workbook (.xlsx) nor a text file in a known encoding."))


def _encodings(content: bytes) -> list[str]:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return [encoding]
    head = content[:2000]
    if head[1::2].count(0) > len(head) // 4:
        return ["utf-16-le"]
    if head[::2].count(0) > len(head) // 4:
        return ["utf-16-be"]
    return ["utf-8", "cp1258"]


def _is_text(text: str) -> bool:
    return (
        not any(unicodedata.category(c) == "Cc" and c not in "\t\r\n\x0b\x0c" for c in text[:20_000])
        and "\0" not in text
    )


def _delimiter(text: str) -> str:
    """The separator that divides the first lines into the most columns."""
    head = text[:20_000]

    def columns(delimiter: str) -> int:
        rows = csv.reader(io.StringIO(head, newline=""), delimiter=delimiter)
        try:
            return max(len(row) for row, _ in zip(rows, range(10), strict=False))
        except (csv.Error, ValueError):
            return 0

    return max(_DELIMITERS, key=columns)
