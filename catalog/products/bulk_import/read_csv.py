"""Comma, semicolon or tab separated text in the encodings that Vietnamese offices save it in, read as a stream."""

import codecs
import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from catalog.products.bulk_import.bounds import MOST_COLUMNS, FileRefused
from i18n.messages import gettext_noop as _

_DELIMITERS = (",", ";", "\t")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_PIECE = 256 * 1024
_HEAD = 20_000
_SAID = {"sep=,": ",", "sep=;": ";", "sep=\t": "\t", "sep=\\t": "\t"}
"""A first line that tells Excel the separator."""


def csv_rows(source: bytes | BinaryIO, *, most_columns: int = MOST_COLUMNS) -> Iterator[list[str]]:
    """The records of the file; raises `FileRefused`."""
    file = io.BytesIO(source) if isinstance(source, bytes) else source
    encoding = encoding_of(file)
    file.seek(0)
    text = io.TextIOWrapper(file, encoding=encoding, newline="")
    try:
        head = text.read(_HEAD)
        first, _newline, rest = head.partition("\n")
        said = _SAID.get(first.strip().lower())
        reader = csv.reader(_lines(rest if said else head, text), delimiter=said or _delimiter(head))
        if said:
            yield []  # so that rows keep the numbers a spreadsheet program shows
        for row in _records(reader):
            yield row[:most_columns]
    finally:
        if not file.closed:
            text.detach()


def _records(reader: Any) -> Iterator[list[str]]:
    try:
        yield from reader
    except (csv.Error, UnicodeDecodeError) as broken:
        message = _("This file cannot be read as a table from row %(row)s on.")
        raise FileRefused(message, row=reader.line_num) from broken


def _lines(head: str, rest: Iterable[str]) -> Iterator[str]:
    """The text by lines, whatever ends them; the last line of ``head`` goes on in ``rest``."""
    lines = head.splitlines(keepends=True) if "\n" not in head else head.split("\n")
    if "\n" in head:
        yield from (f"{line}\n" for line in lines[:-1])
        tail = lines[-1]
    else:
        yield from lines[:-1]
        tail = lines[-1] if lines else ""
    for line in rest:
        yield tail + line
        tail = ""
    if tail:
        yield tail


def encoding_of(file: BinaryIO) -> str:
    """UTF-8, UTF-16 (with or without a mark) or windows-1258; raises `FileRefused`.

    Windows-1258 has its tone marks behind their letters; who uses the text joins them (`spreadsheet.guard.tidy`).
    """
    file.seek(0)
    head = file.read(2000)
    for encoding in _encodings(head):
        if _decodes(file, encoding):
            return encoding
    raise FileRefused(_("This is neither an Excel workbook (.xlsx) nor a text file in a known encoding."))


def _decodes(file: BinaryIO, encoding: str) -> bool:
    file.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        while piece := file.read(_PIECE):
            if not _is_text(decoder.decode(piece)):
                return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _encodings(head: bytes) -> list[str]:
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return [encoding]
    if head[1::2].count(0) > len(head) // 4:
        return ["utf-16-le"]
    if head[::2].count(0) > len(head) // 4:
        return ["utf-16-be"]
    return ["utf-8", "cp1258"]


def _is_text(text: str) -> bool:
    return "\0" not in text and not any(
        unicodedata.category(c) == "Cc" and c not in "\t\r\n\x0b\x0c" for c in set(text)
    )


def _delimiter(head: str) -> str:
    """The separator that divides the first lines into the most columns."""

    def columns(delimiter: str) -> int:
        rows = csv.reader(io.StringIO(head, newline=""), delimiter=delimiter)
        try:
            return max(len(row) for row, _ in zip(rows, range(10), strict=False))
        except (csv.Error, ValueError):
            return 0

    return max(_DELIMITERS, key=columns)
