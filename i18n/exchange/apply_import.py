"""``apply_import``: take over what a checked file brings, as things are now."""

from collections import Counter

from django.db import transaction
from django.utils import timezone

from i18n.exchange.preview_import import judge_units, remarks_as_json
from i18n.exchange.translation_import import TAKEN, ImportStatus, TranslationImport, TranslationImportUnit, UnitOutcome
from i18n.exchange.unit_in_file import TranslationFile, UnitInFile
from i18n.store_translations import in_batches
from i18n.translation import TranslationSource
from i18n.units.translate_units import UnitText, review_units, translate_units
from i18n.units.unit import UnitId


class AppliedAlready(Exception):
    """The import has been applied."""


def apply_import(*, batch: TranslationImport, by: str, roles: frozenset[str]) -> Counter[str]:
    """Judge every unit again and store the good ones in one transaction; what became of them, counted by outcome.

    What changed between the preview and now is seen: it is reported and not overwritten. Raises `AppliedAlready`;
    the same file sent in again finds everything UNCHANGED.
    """
    with transaction.atomic():
        locked = TranslationImport.objects.select_for_update().get(pk=batch.pk)
        if locked.status == ImportStatus.APPLIED:
            raise AppliedAlready
        rows = list(locked.units.order_by("position"))
        _judge_again(locked, rows, roles)
        _write(locked, rows, by, roles)
        locked.status, locked.applied_at = ImportStatus.APPLIED, timezone.now()
        locked.save(update_fields=["status", "applied_at"])
        for some in in_batches(rows):
            TranslationImportUnit.objects.bulk_update(some, ["outcome", "problems"])
    return Counter(row.outcome for row in rows)


def _judge_again(batch: TranslationImport, rows: list[TranslationImportUnit], roles: frozenset[str]) -> None:
    units = [UnitInFile(row.name, row.text, row.source_hash or None, _target_hash(row), row.approved) for row in rows]
    file = TranslationFile(batch.source_language, batch.language, units)
    for row, verdict in zip(rows, judge_units(owner_id=batch.owner_id, file=file, roles=roles), strict=True):
        row.outcome, row.problems = verdict.outcome, remarks_as_json(verdict.remarks)


def _target_hash(row: TranslationImportUnit) -> str | None:
    """A file with fingerprints says with an empty one that there was no translation; one without says nothing."""
    return row.target_hash if row.source_hash else None


def _write(batch: TranslationImport, rows: list[TranslationImportUnit], by: str, roles: frozenset[str]) -> None:
    taken = [row for row in rows if row.outcome in TAKEN]
    texts = [text for row in taken if row.outcome != UnitOutcome.REVIEWED and (text := _text(row))]
    read = [text for row in taken if row.outcome == UnitOutcome.REVIEWED and (text := _text(row))]
    for some in in_batches(texts):
        translate_units(
            owner_id=batch.owner_id,
            language=batch.language,
            texts=some,
            by=by,
            roles=roles,
            source=TranslationSource.IMPORTED,
        )
    for some in in_batches(read):
        review_units(owner_id=batch.owner_id, language=batch.language, texts=some, by=by, roles=roles)


def _text(row: TranslationImportUnit) -> UnitText | None:
    id = UnitId.read(row.name)
    return UnitText(id, row.text, approved=row.approved) if id is not None else None
