"""The report as a workbook: the same figures as numbers, a sheet for each section."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from catalog.products.spreadsheet.guard import guarded, printable
from i18n.currencies import exponent_of
from i18n.money import Money
from marketplace import xlsx
from marketplace.fair_trade.report.figure import Few, Report, Section, Share, Value, said

WIDTH = 22


def report_xlsx(report: Report) -> bytes:
    """The first sheet says what it is about; each further one is a section, with how it was counted on top."""
    book = xlsx.Workbook()
    about = book.worksheets[0]
    about.title = _sheet_name(report.title, 0)
    for row in ((report.fair,), (report.title,), *report.facts):
        about.append([guarded(printable(text)) for text in row])
    about.cell(1, 1).font = xlsx.Font(bold=True, size=14)
    for number, section in enumerate(report.sections, start=1):
        _fill(book.create_sheet(_sheet_name(section.title, number)), section, report.language)
    for sheet in book.worksheets:
        for letter in "ABCDEFGHIJ":
            sheet.column_dimensions[letter].width = WIDTH
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _fill(sheet: xlsx.Worksheet, section: Section, language: str) -> None:
    sheet.append([section.title])
    sheet.append([section.how])
    sheet.append([])
    sheet.append(list(section.columns))
    sheet.cell(1, 1).font = xlsx.Font(bold=True, size=13)
    sheet.merge_cells(start_row=2, start_column=1, end_row=2, end_column=6)
    sheet.cell(2, 1).alignment = xlsx.Alignment(wrap_text=True, vertical="top")
    sheet.row_dimensions[2].height = 64
    for across in range(1, len(section.columns) + 1):
        sheet.cell(4, across).font = xlsx.Font(bold=True)
    for down, line in enumerate(section.lines, start=5):
        for across, value in enumerate(line, start=1):
            _write(sheet.cell(down, across), value, language)
            if line is section.total:
                sheet.cell(down, across).font = xlsx.Font(bold=True)
    sheet.freeze_panes = "A5"


def _write(target: Any, value: Value, language: str) -> None:
    """Text stays text, whatever sign it begins with; amounts are numbers with their currency beside them."""
    if isinstance(value, Money):
        decimals = exponent_of(value.currency)
        target.value = value.amount
        target.number_format = f'#,##0{"." + "0" * decimals if decimals else ""} "{value.currency}"'
    elif isinstance(value, Share):
        target.value, target.number_format = value.part, "0.00%"
    elif isinstance(value, date):
        target.value, target.number_format = value, "yyyy-mm-dd"
    elif isinstance(value, Decimal):
        target.value, target.number_format = value, "#,##0.######"
    elif isinstance(value, str | Few):
        target.value, target.data_type = printable(said(value, language)), "s"
    else:
        target.value = value


def _sheet_name(title: str, number: int) -> str:
    """At most 31 characters, none of those that Excel refuses, and never twice the same."""
    clean = "".join(sign for sign in title if sign not in "[]:*?/\\")
    return f"{number} {clean}"[:31].strip("' ")
