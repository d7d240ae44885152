"""A seller's file as a table: told apart by content, bounded, with its header found and its rows numbered."""

import io
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import BinaryIO

from catalog.products.bulk_import.bounds import MOST_BYTES, MOST_FILE_ROWS, MOST_ROWS, FileRefused
from catalog.products.bulk_import.columns import recognised
from catalog.products.bulk_import.read_csv import csv_rows
from catalog.products.bulk_import.read_xlsx import check_workbook, is_xlsx, xlsx_rows
from catalog.products.spreadsheet.guard import tidy, unguarded
from i18n.messages import gettext_noop as _

_HEADER_WITHIN = 10
"""Sheets often begin with a title and the firm's name."""
Numbered = tuple[int, list[str]]
_TOO_MANY = _("A file has at most %(rows)s rows.")
_NO_ROWS = _("This file has a header but no rows.")


@dataclass(frozen=True, slots=True)
class Table:
    """``rows`` are ``(row number as a spreadsheet program shows it, cells)`` without blank ones."""

    headers: list[str]
    rows: list[Numbered]


def read_table(content: bytes, *, known_headers: Collection[str] = ()) -> Table:
    """Read a small XLSX or CSV at once, whatever it is called. Raises `FileRefused`."""
    if not content.strip():
        raise FileRefused(_("This file is empty."))
    if len(content) > MOST_BYTES:
        raise FileRefused(_("A file has at most %(megabytes)s MB."), megabytes=MOST_BYTES // 1024**2)
    headers, rows = stream_table(io.BytesIO(content), known_headers=known_headers, most_rows=MOST_ROWS)
    found = list(rows)
    if not found:
        raise FileRefused(_NO_ROWS)
    return Table(headers, found)


def stream_table(
    file: BinaryIO, *, known_headers: Collection[str] = (), most_rows: int = MOST_FILE_ROWS
) -> tuple[list[str], Iterator[Numbered]]:
    """The headers, and the rows below them as they are asked for. Raises `FileRefused`, also while rows are read."""
    file.seek(0)
    is_workbook = is_xlsx(file.read(4))
    rows = xlsx_rows(file, most_rows=most_rows) if is_workbook else csv_rows(file)
    numbered = ((number, cells) for number, row in enumerate(rows, start=1) if (cells := _cells(row)))
    first = list(islice(numbered, _HEADER_WITHIN))
    if not first:
        raise FileRefused(_("This file is empty."))
    place = _header_place(first, {header.strip() for header in known_headers})
    headers = first[place][1]
    return headers, _bounded(chain(first[place + 1 :], numbered), len(headers), most_rows)


def count_rows(file: BinaryIO) -> int:
    """About how many rows the file has, without keeping any: for a progress bar. Raises `FileRefused`."""
    file.seek(0)
    if is_xlsx(file.read(4)):
        return check_workbook(file)
    return sum(1 for row in csv_rows(file) if row)


def _bounded(rows: Iterator[Numbered], width: int, most: int) -> Iterator[Numbered]:
    for place, (number, cells) in enumerate(rows):
        if place >= most:
            raise FileRefused(_TOO_MANY, rows=most)
        yield number, (cells + [""] * width)[:width]


def _cells(row: list[str]) -> list[str]:
    cells = [unguarded(tidy(cell)) for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _header_place(first: list[Numbered], known: set[str]) -> int:
    def likeness(place: int) -> tuple[int, int]:
        cells = first[place][1]
        return min(recognised(cells) + len(known.intersection(cells)), 3), -place

    return max(range(len(first)), key=likeness)
