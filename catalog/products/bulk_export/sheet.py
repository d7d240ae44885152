"""Rows of cells as a file that people open in a spreadsheet program: CSV or XLSX, written as they come."""

import csv
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol

from catalog.products.bulk_export.models import FileType
from catalog.products.spreadsheet.guard import guarded, printable
from marketplace import xlsx

Cell = str | int | Decimal | None
_WIDTH = 18


class Sheet(Protocol):
    def add(self, cells: Sequence[Cell]) -> None: ...


@contextmanager
def open_sheet(path: Path, *, file_type: str, headers: Sequence[str], language: str) -> Iterator[Sheet]:
    """A sheet with its headers. Text is guarded, so that nothing in it runs as a formula."""
    write = _csv_sheet if file_type == FileType.CSV else _xlsx_sheet
    with write(path, headers, language) as sheet:
        yield sheet


class _Csv:
    """Vietnamese headers go with semicolons and decimal commas, which is what a Vietnamese Excel opens in columns."""

    def __init__(self, writer: Any, comma: bool) -> None:
        self._writer, self._comma = writer, comma

    def add(self, cells: Sequence[Cell]) -> None:
        self._writer.writerow([self._text(cell) for cell in cells])

    def _text(self, cell: Cell) -> str:
        if isinstance(cell, Decimal):
            text = plain_number(cell)
            return text.replace(".", ",") if self._comma else text
        return "" if cell is None else guarded(printable(cell)) if isinstance(cell, str) else str(cell)


@contextmanager
def _csv_sheet(path: Path, headers: Sequence[str], language: str) -> Iterator[Sheet]:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        vietnamese = language == "vi"
        sheet = _Csv(csv.writer(file, delimiter=";" if vietnamese else ","), comma=vietnamese)
        sheet.add(headers)
        yield sheet


class _Xlsx:
    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet

    def add(self, cells: Sequence[Cell]) -> None:
        self._sheet.append([guarded(printable(cell)) if isinstance(cell, str) else cell for cell in cells])


@contextmanager
def _xlsx_sheet(path: Path, headers: Sequence[str], language: str) -> Iterator[Sheet]:
    workbook = xlsx.Workbook(write_only=True)
    sheet = workbook.create_sheet()
    sheet.freeze_panes = "A2"
    for place in range(1, len(headers) + 1):
        sheet.column_dimensions[xlsx.get_column_letter(place)].width = _WIDTH
    sheet.append([_bold(sheet, header) for header in headers])
    yield _Xlsx(sheet)
    workbook.save(os.fspath(path))


def _bold(sheet: Any, text: str) -> Any:
    cell = xlsx.WriteOnlyCell(sheet, value=guarded(printable(text)))
    cell.font = xlsx.Font(bold=True)
    return cell


def plain_number(number: Decimal) -> str:
    """All its digits, and never exactly three decimals, which would read as groups of thousands."""
    text = f"{number.normalize():f}"
    return f"{text}0" if len(text.partition(".")[2]) == 3 else text
