"""Rows as CSV and XLSX, and whatever else as JSON: the forms that files of packs have."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

from catalog.products.spreadsheet.guard import guarded
from marketplace import xlsx

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
JSON = "application/json"
GEOJSON = "application/geo+json"
ZIP = "application/zip"
_WIDEST = 48


def csv_file(heads: Sequence[str], rows: Sequence[Sequence[Any]]) -> bytes:
    """UTF-8 with a byte order mark, which spreadsheet programs want; nothing in it is taken for a formula."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(heads)
    writer.writerows([_plain(value) for value in row] for row in rows)
    return ("\ufeff" + text.getvalue()).encode()


def xlsx_file(title: str, heads: Sequence[str], rows: Sequence[Sequence[Any]]) -> bytes:
    """One sheet with a filter over its columns; numbers are numbers and days are days."""
    book = xlsx.Workbook()
    sheet = book.active
    if not isinstance(sheet, xlsx.Worksheet):
        raise TypeError("a new workbook has a worksheet")
    sheet.title = title[:31]
    sheet.append(list(heads))
    for cell in sheet[1]:
        cell.font = xlsx.Font(bold=True)
    for row in rows:
        sheet.append([_typed(value) for value in row])
    for place, head in enumerate(heads, start=1):
        longest = max([len(head), *(len(str(row[place - 1] or "")) for row in rows)])
        sheet.column_dimensions[xlsx.get_column_letter(place)].width = min(longest + 2, _WIDEST)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def json_file(value: Any) -> bytes:
    """Decimals are text: a float would lose the zeros that say how exact they are."""
    return json.dumps(value, ensure_ascii=False, indent=2, default=_json_value).encode()


def _json_value(value: Any) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def _plain(value: Any) -> str:
    if value is None:
        return ""
    return guarded(f"{value:f}" if isinstance(value, Decimal) else str(value))


def _typed(value: Any) -> Any:
    if value is None or isinstance(value, int | Decimal | date):
        return value
    return guarded(xlsx.ILLEGAL_CHARACTERS_RE.sub("", str(value)))
