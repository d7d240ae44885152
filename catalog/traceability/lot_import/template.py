"""``lot_template``: a workbook to fill in, for a trade and in a language: stages to choose, measures to write."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

from catalog.traceability.lot_import.words import HEADERS, HELP
from catalog.traceability.templates.template import TradeTemplate, trades
from catalog.traceability.templates.title_texts import stage_title
from catalog.traceability.templates.words import FIELDS
from i18n.languages import LANGUAGES
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.today import today_here
from marketplace import xlsx

EXAMPLE_LOT = "EXAMPLE-"
_NEEDED = ("lot", "stage", "date")
_FILLED = "F3E3C3"
_SHEET, _STAGES, _HELP = _("Lots and steps"), _("Stages"), _("Help")
_ABOUT = _(
    "One row is one step; repeat the lot number in every row of a lot. The first rows are an example: write over them,"
    " or leave them, they are not taken. Columns that you do not need can be deleted."
)
_LAST_ROW = 600


def is_template(trade: str, language: str) -> bool:
    return trade in trades() and language in LANGUAGES


def lot_template(trade: str, language: str) -> bytes:
    """An XLSX file. What it holds can be read by `preview_lot_import` in any language."""
    template = trades()[trade]
    workbook = xlsx.Workbook()
    sheet = workbook.active
    if not isinstance(sheet, xlsx.Worksheet):
        raise LookupError("a new workbook has a sheet")
    sheet.title = gettext(language, _SHEET)[:31]
    keys = [*HEADERS, *_measures(template)]
    _head(sheet, keys, language)
    for number, stage in enumerate(template.stages, start=2):
        _example(sheet, number, keys, stage.key, language)
    stages = workbook.create_sheet(gettext(language, _STAGES)[:31])
    for stage in template.stages:
        stages.append([stage_title(stage.key, language)])
    choice = xlsx.DataValidation(
        type="list", formula1=f"='{stages.title}'!$A$1:$A${len(template.stages)}", allow_blank=True
    )
    column = xlsx.get_column_letter(keys.index("stage") + 1)
    choice.add(f"{column}2:{column}{_LAST_ROW}")
    sheet.add_data_validation(choice)
    _explain(workbook.create_sheet(gettext(language, _HELP)[:31]), language)
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def _measures(template: TradeTemplate) -> list[str]:
    return list(dict.fromkeys(field.key for stage in template.stages for field in stage.asked))


def _head(sheet: xlsx.Worksheet, keys: list[str], language: str) -> None:
    for place, key in enumerate(keys, start=1):
        cell = sheet.cell(1, place, gettext(language, HEADERS[key] if key in HEADERS else FIELDS[key]))
        cell.font = xlsx.Font(bold=True)
        if key in HELP:
            cell.comment = xlsx.Comment(gettext(language, HELP[key]), "")
        if key in _NEEDED:
            cell.fill = xlsx.PatternFill("solid", fgColor=_FILLED)
        sheet.column_dimensions[xlsx.get_column_letter(place)].width = 18
    sheet.freeze_panes = "B2"


def _example(sheet: xlsx.Worksheet, number: int, keys: list[str], stage: str, language: str) -> None:
    day = today_here() - timedelta(days=30 - number)
    shown: dict[str, str | int] = {
        "lot": f"{EXAMPLE_LOT}1",
        "sku": "SKU-1",
        "quantity": 60,
        "stage": stage_title(stage, language),
    }
    shown |= {"date": day.isoformat(), "time": "08:30"}
    for place, key in enumerate(keys, start=1):
        if key in shown and (number == 2 or key not in ("sku", "quantity")):
            sheet.cell(number, place, shown[key]).font = xlsx.Font(italic=True, color="6B6B6B")


def _explain(sheet: xlsx.Worksheet, language: str) -> None:
    sheet.append([gettext(language, _ABOUT)])
    sheet.merge_cells("A1:B1")
    sheet.row_dimensions[1].height = 60
    for key, message in HEADERS.items():
        sheet.append([gettext(language, message), gettext(language, HELP[key])])
    for column, width in (("A", 26), ("B", 90)):
        sheet.column_dimensions[column].width = width
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = xlsx.Alignment(wrap_text=True, vertical="top")
