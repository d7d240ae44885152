"""A page as a workbook: the same texts and figures as on paper, figures as numbers."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import Any

from logistics.customs.documents.page import Label, Page
from marketplace import xlsx

WIDTHS = (9, 44, 22, 22, 18, 18, 18, 18)


def page_workbook(page: Page) -> bytes:
    """One sheet, from top to bottom as the paper."""
    book = xlsx.Workbook()
    sheet = book.active
    if not isinstance(sheet, xlsx.Worksheet):
        raise TypeError("a new workbook has a worksheet")
    sheet.title = "".join(sign for sign in page.number if sign.isalnum() or sign in "-_ ")[:31] or "1"
    _head(sheet, page)
    for section in page.sections:
        _table(sheet, section)
    _foot(sheet, page)
    for place, width in enumerate(WIDTHS):
        sheet.column_dimensions["ABCDEFGH"[place]].width = width
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _head(sheet: xlsx.Worksheet, page: Page) -> None:
    _add(sheet, [_both(page.title), "", page.number], font=xlsx.Font(bold=True, size=14))
    for label, value in page.facts:
        _add(sheet, [_both(label), "", value])
    for who in page.parties:
        sheet.append([])
        _add(sheet, [_both(who["label"]), "", who["name"]], font=xlsx.Font(bold=True))
        for line in who["lines"]:
            _add(sheet, ["", "", line])
    for box in page.boxes:
        _add(sheet, [_both(box["label"]), "", "×" if box["ticked"] else ""])


def _table(sheet: xlsx.Worksheet, section: dict[str, Any]) -> None:
    sheet.append([])
    if section["heading"]:
        _add(sheet, [section["heading"]], font=xlsx.Font(bold=True))
    heads = [" ".join(part for part in (_both(each["label"]), each["unit"]) if part) for each in section["columns"]]
    _add(sheet, heads, font=xlsx.Font(bold=True))
    for row in section["rows"]:
        _add(sheet, [_value(cell) for cell in row])


def _foot(sheet: xlsx.Worksheet, page: Page) -> None:
    sheet.append([])
    for total in page.totals:
        figure = total["figure"]
        _add(
            sheet, [_both(total["label"]), "", _number(figure) if figure else total["value"]], font=xlsx.Font(bold=True)
        )
    for label, value in page.payment:
        _add(sheet, [_both(label), "", value])
    for note in page.notes:
        sheet.append([])
        _add(sheet, [_both(note)])


def _both(label: Label) -> str:
    return " / ".join(part for part in (label["text"], label["english"]) if part)


def _value(cell: dict[str, Any]) -> object:
    if cell["figure"]:
        return _number(cell["figure"])
    return "\n".join([cell["text"], *cell["below"]])


def _number(figure: str) -> Decimal | int:
    return int(figure) if figure.isdigit() else Decimal(figure)


def _add(sheet: xlsx.Worksheet, values: list[Any], font: xlsx.Font | None = None) -> None:
    """A row. What a person typed stays text, also when it begins like a formula."""
    sheet.append([_plain(value) for value in values])
    for place, value in enumerate(values, start=1):
        cell = sheet.cell(sheet.max_row, place)
        cell.alignment = xlsx.Alignment(wrap_text=True, vertical="top")
        if isinstance(value, str) and value:
            cell.data_type = "s"
        if isinstance(value, Decimal):
            decimals = max(0, -int(value.as_tuple().exponent))
            cell.number_format = "0." + "0" * decimals if decimals else "0"
        if font is not None:
            cell.font = font


def _plain(value: object) -> Any:
    return xlsx.ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
