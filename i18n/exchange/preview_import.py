"""``preview_import``: what a file of translations would change. Nothing is changed by it.

For each unit, in this order:

1. It names no text of this owner, or one in another language: REFUSED.
2. It has no translation: EMPTY; an import never removes one.
3. The original is not the one that was exported: SOURCE_CHANGED.
4. The translation is the one we have: UNCHANGED, or REVIEWED where the file says so and we do not yet.
5. Ours is not the one that was exported either: TARGET_CHANGED. (After 4., so that a file can come in twice.)
6. Too long, or without a name that the glossary keeps: REFUSED.
7. Otherwise NEW or CHANGED.

The file's word on what it was made from is its fingerprints. A file without them is taken at the present original.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from i18n.exchange.read_xliff import read_xliff
from i18n.exchange.read_xlsx import read_xlsx
from i18n.exchange.translation_import import TranslationImport, TranslationImportUnit, UnitOutcome
from i18n.exchange.unit_in_file import TranslationFile, UnitInFile
from i18n.markup.tokens import joined, tokens
from i18n.messages import gettext_noop as _
from i18n.translation_state import TranslationState
from i18n.units.check import Remark, Terms, check_unit, glossary_of
from i18n.units.find import units_at
from i18n.units.translate_units import NO_ROLE, NOT_FOUND, SOURCE_CHANGED, TARGET_CHANGED
from i18n.units.unit import Unit, UnitId

TWICE = Remark("UNIQUE", _("The file names this text twice."))
OTHER_LANGUAGE = Remark("INVALID", _("This text is written in another language than the file says."))


@dataclass(frozen=True, slots=True)
class Verdict:
    outcome: UnitOutcome
    text: str
    remarks: tuple[Remark, ...] = ()


def read_file(content: bytes) -> tuple[str, TranslationFile]:
    """XLIFF or XLSX, by what the file is, not by its name. Raises `FileRefused`."""
    if content.startswith(b"PK\x03\x04"):
        return "XLSX", read_xlsx(content)
    return "XLIFF", read_xliff(content)


def preview_import(
    *, owner_id: int, file_name: str, content: bytes, by: str, roles: frozenset[str]
) -> TranslationImport:
    """Keep the file's units with what would become of each. Raises `FileRefused`."""
    file_format, file = read_file(content)
    verdicts = judge_units(owner_id=owner_id, file=file, roles=roles)
    with transaction.atomic():
        batch = TranslationImport.objects.create(
            owner_id=owner_id,
            file_name=file_name[:200],
            file_format=file_format,
            source_language=file.source_language,
            language=file.language,
            created_by=by,
        )
        TranslationImportUnit.objects.bulk_create(
            [
                _row(batch, place, unit, verdict)
                for place, (unit, verdict) in enumerate(zip(file.units, verdicts, strict=True))
            ],
            batch_size=500,
        )
    return batch


def judge_units(*, owner_id: int, file: TranslationFile, roles: frozenset[str]) -> list[Verdict]:
    """What would become of each unit, in their order, with a handful of statements per 500 records."""
    ids = [UnitId.read(unit.name) for unit in file.units]
    found = units_at([id for id in ids if id is not None], file.language, owner_id)
    terms = glossary_of(owner_id)
    seen: set[UnitId] = set()
    verdicts = []
    for id, in_file in zip(ids, file.units, strict=True):
        unit = found.get(id) if id is not None else None
        verdicts.append(_refused(TWICE) if id in seen else _judge(unit, in_file, file, terms, roles))
        if id is not None:
            seen.add(id)
    return verdicts


def _judge(unit: Unit | None, said: UnitInFile, file: TranslationFile, terms: Terms, roles: frozenset[str]) -> Verdict:
    if unit is None:
        return _refused(NOT_FOUND)
    if unit.subject.role not in roles:
        return _refused(NO_ROLE)
    if unit.source_language != file.source_language:
        return _refused(OTHER_LANGUAGE)
    if not said.text.strip():
        return Verdict(UnitOutcome.EMPTY, "")
    if said.source_hash is not None and said.source_hash != unit.source_hash:
        return Verdict(UnitOutcome.SOURCE_CHANGED, said.text, (SOURCE_CHANGED,))
    checked = check_unit(unit, said.text, terms)
    if unit.text and (said.text == _as_exported(unit) or checked.text in (unit.text, unit.field.clean(unit.text))):
        fresh = said.approved and unit.state != TranslationState.REVIEWED
        return Verdict(UnitOutcome.REVIEWED if fresh else UnitOutcome.UNCHANGED, unit.text)
    if said.target_hash is not None and said.target_hash != unit.target_hash:
        return Verdict(UnitOutcome.TARGET_CHANGED, said.text, (TARGET_CHANGED,))
    if checked.problems or not checked.text:
        return _refused(*checked.problems, text=said.text)
    return Verdict(UnitOutcome.CHANGED if unit.text else UnitOutcome.NEW, checked.text, checked.warnings)


def _as_exported(unit: Unit) -> str:
    """Our translation as a file that nobody has touched brings it back: escaped in one way."""
    return joined(tokens(unit.text, unit.field.markup), unit.field.markup)


def _refused(*remarks: Remark, text: str = "") -> Verdict:
    return Verdict(UnitOutcome.REFUSED, text, remarks)


def _row(batch: TranslationImport, place: int, unit: UnitInFile, verdict: Verdict) -> TranslationImportUnit:
    return TranslationImportUnit(
        batch=batch,
        position=place,
        name=unit.name,
        source_hash=(unit.source_hash or "")[:32],
        target_hash=(unit.target_hash or "")[:32],
        text=unit.text if len(unit.text) <= 60_000 else "",
        approved=unit.approved,
        outcome=verdict.outcome,
        problems=remarks_as_json(verdict.remarks),
    )


def remarks_as_json(remarks: Sequence[Remark]) -> list[list[object]]:
    return [[remark.code, remark.message, dict(remark.params)] for remark in remarks]
