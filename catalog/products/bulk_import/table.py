"""A seller's file as a table: told apart by content, bounded, with its header found and its rows numbered."""

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

from catalog.products.bulk_import.bounds import LONGEST_CELL, MOST_BYTES, MOST_ROWS, FileRefused
from catalog.products.bulk_import.columns import recognised
from catalog.products.bulk_import.read_csv import csv_rows
from catalog.products.bulk_import.read_xlsx import is_xlsx, xlsx_rows
from i18n.messages import gettext_noop as _

_HEADER_WITHIN = 10
"""Sheets often begin with a title and the firm's name."""


@dataclass(frozen=True, slots=True)
class Table:
    """``rows`` are ``(row number as a spreadsheet program shows it, cells)`` without blank ones."""

    headers: list[str]
    rows: list[tuple[int, list[str]]]


def read_table(content: bytes, *, known_headers: Collection[str] = ()) -> Table:
    """Read XLSX or CSV, whatever the file is called. Raises `FileRefused`."""
    if not content.strip():
        raise FileRefused(_("This file is empty."))
    if len(content) > MOST_BYTES:
        raise FileRefused(_("A file has at most %(megabytes)s MB."), megabytes=MOST_BYTES // 1024**2)
    numbered: list[tuple[int, list[str]]] = []
    for number, row in enumerate(xlsx_rows(content) if is_xlsx(content) else csv_rows(content), start=1):
        cells = [_clean(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            numbered.append((number, cells))
        if len(numbered) > MOST_ROWS + _HEADER_WITHIN:
            break
    return _with_header(numbered, {header.strip() for header in known_headers})


def _with_header(numbered: list[tuple[int, list[str]]], known: set[str]) -> Table:
    if not numbered:
        raise FileRefused(_("This file is empty."))

    def likeness(place: int) -> tuple[int, int]:
        cells = numbered[place][1]
        return min(recognised(cells) + len(known.intersection(cells)), 3), -place

    best = max(range(min(_HEADER_WITHIN, len(numbered))), key=likeness)
    headers, rows = numbered[best][1], numbered[best + 1 :]
    if len(rows) > MOST_ROWS:
        raise FileRefused(_("A file has at most %(rows)s rows."), rows=MOST_ROWS)
    if not rows:
        raise FileRefused(_("This file has a header but no rows."))
    width = len(headers)
    return Table(headers, [(number, (cells + [""] * width)[:width]) for number, cells in rows])


def _clean(cell: str) -> str:
    kept = "".join(c for c in cell[:LONGEST_CELL] if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cs"})
    return unicodedata.normalize("NFC", kept).strip()
