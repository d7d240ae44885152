"""A workbook to fill in: headers, examples to overwrite, and a sheet that says what each column is for."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

from catalog.products.spreadsheet.examples import EXAMPLE_SKUS, example_rows
from catalog.products.spreadsheet.help import HELP, TEMPLATE_KEYS
from catalog.products.spreadsheet.keys import header_of
from i18n.languages import LANGUAGES
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from marketplace import xlsx

_NEEDED = "F3E3C3"
_CURRENCY = {"price.eu": "EUR", "price.vn.10": "VND"}
_SHEET, _HELP = _("Products"), _("Help")
_COLUMN, _MEANING, _EXAMPLE = _("Column"), _("What it is for"), _("Example")
_ABOUT_EXAMPLES = _(
    "The first rows are examples (%(skus)s): write over them, or leave them, they are not taken. Columns that you do"
    " not need can be deleted, and their order does not matter. SKU and name are needed; everything else can wait."
)


def import_template(language: str) -> bytes:
    """In Vietnamese with Vietnamese headers, in any other language with English ones and its own explanations."""
    headers_in = "vi" if language == "vi" else "en"
    workbook = xlsx.Workbook()
    sheet = workbook.active
    if sheet is None:
        raise LookupError("a new workbook has a sheet")
    sheet.title = gettext(language, _SHEET)[:31]
    for place, key in enumerate(TEMPLATE_KEYS, start=1):
        cell = sheet.cell(1, place, header_of(key, headers_in, currency=_CURRENCY.get(key, "")))
        cell.font = xlsx.Font(bold=True)
        cell.comment = xlsx.Comment(gettext(language, HELP[key]), "")
        if key in {"sku", "name"}:
            cell.fill = xlsx.PatternFill("solid", fgColor=_NEEDED)
        sheet.column_dimensions[xlsx.get_column_letter(place)].width = 20
    for number, row in enumerate(example_rows(headers_in), start=2):
        for place, key in enumerate(TEMPLATE_KEYS, start=1):
            sheet.cell(number, place, row.get(key)).font = xlsx.Font(italic=True, color="6B6B6B")
    sheet.freeze_panes = "C2"
    _explain(workbook, language, headers_in)
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def _explain(workbook: xlsx.Workbook, language: str, headers_in: str) -> None:
    sheet = workbook.create_sheet(gettext(language, _HELP)[:31])
    sheet.append([gettext(language, _ABOUT_EXAMPLES, skus=", ".join(EXAMPLE_SKUS))])
    sheet.merge_cells("A1:C1")
    sheet.row_dimensions[1].height = 60
    sheet.append([gettext(language, title) for title in (_COLUMN, _MEANING, _EXAMPLE)])
    examples = example_rows(headers_in)
    for key in TEMPLATE_KEYS:
        shown = next((row[key] for row in examples if key in row), "")
        header = header_of(key, headers_in, currency=_CURRENCY.get(key, ""))
        sheet.append([header, gettext(language, HELP[key]), float(shown) if isinstance(shown, Decimal) else shown])
    for column, width in (("A", 30), ("B", 80), ("C", 30)):
        sheet.column_dimensions[column].width = width
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = xlsx.Alignment(wrap_text=True, vertical="top")
            cell.font = xlsx.Font(bold=cell.row == 2 or (cell.column == 1 and cell.row > 2))


def template_path(language: str) -> str:
    return f"/import-template/{language}"


def is_template_language(language: str) -> bool:
    return language in LANGUAGES
