"""An Excel workbook of units: original and translation side by side, what must not be touched hidden."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from i18n.exchange import workbook as layout
from i18n.glossary.check import terms_in
from i18n.glossary.term import GlossaryRule, GlossaryTerm
from i18n.markup.tokens import words
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.units.unit import Unit
from marketplace import xlsx

HEADERS = (_("Text"), _("Record"), _("Field"), _("Original"), _("Translation"), _("State"), _("Note"), "", "")
STATES = {
    "MISSING": _("missing"),
    "MACHINE": _("translated by machine"),
    "IMPORTED": _("imported"),
    "HUMAN": _("translated"),
    "REVIEWED": _("reviewed"),
    "STALE": _("outdated"),
}


def write_xlsx(
    units: Iterable[Unit], *, source_language: str, language: str, reader: str, terms: Sequence[GlossaryTerm] = ()
) -> bytes:
    """The workbook; headers and notes are in the language of ``reader``."""
    book = xlsx.Workbook(write_only=True)
    sheet = book.create_sheet(layout.SHEET)
    _set_out(sheet)
    sheet.append([_cell(sheet, gettext(reader, header) if header else "", bold=True) for header in HEADERS])
    for unit in units:
        sheet.append(
            [
                _cell(sheet, value, open=place == layout.TRANSLATION)
                for place, value in enumerate(_row(unit, reader, terms))
            ]
        )
    about = book.create_sheet(layout.ABOUT)
    about.sheet_state = "hidden"
    about.append([source_language, language])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _set_out(sheet: Any) -> None:
    sheet.freeze_panes = f"A{layout.FIRST_ROW}"
    for place, width in enumerate(layout.WIDTHS):
        dimension = sheet.column_dimensions[xlsx.get_column_letter(place + 1)]
        dimension.width = width
        dimension.hidden = place in (layout.NAME, layout.SOURCE_HASH, layout.TARGET_HASH)


def _row(unit: Unit, reader: str, terms: Sequence[GlossaryTerm]) -> list[str]:
    return [
        str(unit.id),
        " · ".join(unit.names),
        gettext(reader, unit.field.label),
        unit.source_text,
        unit.text,
        gettext(reader, STATES[unit.state]),
        _note(unit, reader, terms),
        unit.source_hash,
        unit.target_hash or "-",
    ]


def _note(unit: Unit, reader: str, terms: Sequence[GlossaryTerm]) -> str:
    keep, use = _("Keep “%(term)s” as it is."), _("The glossary translates “%(term)s” as “%(required)s”.")
    return " ".join(
        gettext(reader, keep if term.rule == GlossaryRule.KEEP else use, term=term.term, required=term.required)
        for term in terms_in(terms, words(unit.source_text, unit.field.markup))
    )


def _cell(sheet: Any, text: str, *, bold: bool = False, open: bool = False) -> Any:
    """A cell of text, whatever it begins with: a translation is never a formula."""
    cell = xlsx.WriteOnlyCell(sheet, value=xlsx.ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.data_type = "s"
    cell.alignment = xlsx.Alignment(wrap_text=True, vertical="top")
    if bold:
        cell.font = xlsx.Font(bold=True)
    if open:
        cell.fill = xlsx.PatternFill("solid", fgColor="FFF8E1")
    return cell
