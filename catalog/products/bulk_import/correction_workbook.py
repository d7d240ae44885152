"""The refused rows as a workbook to mend and upload again: the seller's own columns, and what is wrong beside them."""

from io import BytesIO
from typing import Any

from catalog.products.bulk_import.error_message import error_message
from catalog.products.bulk_import.models import ProductImport, ProductImportRow
from catalog.products.spreadsheet.guard import printable, unguarded
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from marketplace import xlsx

_WRONG = "F6D5CF"
_ERRORS = _("Errors")
_PLACED_ERROR = _("%(column)s: %(message)s")


def correction_workbook(product_import: ProductImport, *, language: str) -> bytes:
    """An XLSX of the rows that are refused, errors in ``language``. Cells are text: nothing in it can be a formula."""
    columns = [(header, field) for header, field in product_import.columns if field]
    workbook = xlsx.Workbook(write_only=True)
    sheet = workbook.create_sheet()
    sheet.freeze_panes = "A2"
    for place in range(len(columns) + 1):
        sheet.column_dimensions[xlsx.get_column_letter(place + 1)].width = 24
    sheet.append([_cell(sheet, text, bold=True) for text in [*(h for h, _f in columns), gettext(language, _ERRORS)]])
    for row in product_import.rows.filter(accepted=False).iterator(chunk_size=500):
        wrong = {error["column"] for error in row.errors}
        cells = [_cell(sheet, row.values.get(field, ""), wrong=field in wrong) for _header, field in columns]
        sheet.append([*cells, _cell(sheet, "\n".join(row_messages(product_import, row, language)))])
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def row_messages(product_import: ProductImport, row: ProductImportRow, language: str) -> list[str]:
    """The row's errors for people, each with its column."""
    headers = {field: header for header, field in product_import.columns if field}
    return [
        gettext(
            language,
            _PLACED_ERROR,
            column=headers.get(error["column"], error["column"]),
            message=error_message(error, language),
        )
        for error in row.errors
        if not error.get("note")
    ]


def _cell(sheet: Any, text: str, *, bold: bool = False, wrong: bool = False) -> Any:
    cell = xlsx.WriteOnlyCell(sheet, value=printable(text if unguarded(text) == text else f"'{text}"))
    cell.data_type = "s"
    cell.alignment = xlsx.Alignment(wrap_text=True, vertical="top")
    cell.quotePrefix = text[:1] in {"=", "+", "-", "@"}
    if bold:
        cell.font = xlsx.Font(bold=True)
    if wrong:
        cell.fill = xlsx.PatternFill("solid", fgColor=_WRONG)
    return cell
