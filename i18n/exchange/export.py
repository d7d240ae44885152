"""``export_translations``: what is to be translated, as a file for a translator."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from i18n.exchange.unit_in_file import MOST_UNITS
from i18n.exchange.write_xliff import write_xliff
from i18n.exchange.write_xlsx import write_xlsx
from i18n.glossary.terms import terms_for
from i18n.translation_state import TranslationState
from i18n.units.find import Wanted, find_units
from i18n.units.sources import Narrowing
from i18n.units.unit import Unit

Format = Literal["XLIFF", "XLSX"]
MEDIA_TYPES: dict[Format, str] = {
    "XLIFF": "application/xliff+xml",
    "XLSX": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
SUFFIXES: dict[Format, str] = {"XLIFF": "xlf", "XLSX": "xlsx"}


@dataclass(frozen=True, slots=True)
class ExportedFile:
    content: bytes
    file_name: str
    media_type: str
    units: int
    is_complete: bool
    """Whether everything that was meant fitted into the file."""


def export_translations(
    *,
    narrowing: Narrowing,
    source_language: str,
    language: str,
    file_format: Format,
    reader: str,
    states: Collection[TranslationState] = (),
) -> ExportedFile:
    """The units of an owner that are written in ``source_language``, with what there is in ``language``.

    At most 20,000 units, for that is what an import takes. The original is never changed by the file that comes back.
    """
    wanted = Wanted(replace(narrowing, source_language=source_language), language, states)
    units = list(_units(wanted, MOST_UNITS + 1))
    terms = terms_for(narrowing.owner_id or 0, source_language, language)
    write = write_xliff if file_format == "XLIFF" else write_xlsx
    content = write(units[:MOST_UNITS], source_language=source_language, language=language, reader=reader, terms=terms)
    name = f"translations-{source_language}-{language}.{SUFFIXES[file_format]}"
    complete = len(units) <= MOST_UNITS
    return ExportedFile(content, name, MEDIA_TYPES[file_format], min(len(units), MOST_UNITS), complete)


def _units(wanted: Wanted, most: int) -> Iterator[Unit]:
    return iter(find_units(wanted, limit=most))
