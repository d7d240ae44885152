"""Reads .xlsx and .csv, told apart by content and read within bounds; text that a spreadsheet would run is defused."""

import unicodedata
from collections.abc import Mapping, Sequence

from catalog.products.bulk_import.bounds import LONGEST_CELL, MOST_BYTES, MOST_ROWS, FileRefused
from catalog.products.bulk_import.read_csv import csv_rows
from catalog.products.bulk_import.read_xlsx import is_xlsx, xlsx_rows
from i18n.messages import gettext_noop as _
from marketplace.expo.feed import Column, FeedTable, Record, read_as
from marketplace.expo.feeds.spreadsheet.headers import field_of

_HEADER_WITHIN = 10
"""Lists often begin with a title and the organiser's name."""
_STARTS_FORMULA = "=+-@\t\r"

Numbered = tuple[int, list[str]]


class SpreadsheetFeed:
    """See `marketplace.expo.feed.Feed`."""

    def read(self, content: bytes, mapping: Mapping[str, str | None]) -> FeedTable:
        numbered = _rows(content)
        place = _header_place(numbered, mapping)
        columns = read_as(numbered[place][1], mapping, field_of)
        below = numbered[place + 1 :]
        if not below:
            raise FileRefused(_("This file has a header but no rows."))
        if len(below) > MOST_ROWS:
            raise FileRefused(_("A file has at most %(rows)s rows."), rows=MOST_ROWS)
        return FeedTable(columns, tuple(Record(number, _values(columns, cells)) for number, cells in below))


FEED = SpreadsheetFeed()


def _rows(content: bytes) -> list[Numbered]:
    if len(content) > MOST_BYTES:
        raise FileRefused(_("A file has at most %(megabytes)s MB."), megabytes=MOST_BYTES // 1024**2)
    found: list[Numbered] = []
    rows = xlsx_rows(content) if is_xlsx(content) else csv_rows(content)
    for number, row in enumerate(rows, start=1):
        cells = [_clean(cell) for cell in row]
        if any(cells):
            found.append((number, cells))
        if len(found) > MOST_ROWS + _HEADER_WITHIN:
            break
    if not found:
        raise FileRefused(_("This file is empty."))
    return found


def _header_place(numbered: Sequence[Numbered], mapping: Mapping[str, str | None]) -> int:
    """The one of the first rows with the most known headers; the first of equals."""

    def known(place: int) -> int:
        return sum(cell in mapping or field_of(cell) is not None for cell in numbered[place][1] if cell)

    return max(range(min(_HEADER_WITHIN, len(numbered))), key=lambda place: (known(place), -place))


def _values(columns: Sequence[Column], cells: Sequence[str]) -> dict[str, str]:
    """Text per field. Leading signs that make a spreadsheet calculate are dropped, except the + of a phone number."""
    values: dict[str, str] = {}
    for column, cell in zip(columns, cells, strict=False):
        if column.field is not None and column.field not in values:
            signs = "=@-\t\r" if column.field == "phone" else _STARTS_FORMULA
            values[column.field] = cell.lstrip(signs + " ")
    return values


def _clean(cell: str) -> str:
    kept = "".join(c for c in cell[:LONGEST_CELL] if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cs"})
    return unicodedata.normalize("NFC", kept).strip()
