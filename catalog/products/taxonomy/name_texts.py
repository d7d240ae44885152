"""Names in other languages, stored as imported translations. What a person wrote or reviewed is left alone."""

from collections.abc import Mapping, Sequence

from catalog.products.taxonomy.report import Report
from i18n.store_translations import NewText, in_batches, store_translations
from i18n.translation import Translation, TranslationSource, text_hash

TRANSLATOR = "taxonomy"
LONGEST = 200
Named = Sequence[tuple[int, str, Mapping[str, str]]]
"""Key, English name, and the names by language."""


def store_names(subject: str, named: Named, report: Report) -> set[int]:
    """Store the names that differ; returns the keys of records that have another name now."""
    present = _present(subject, [key for key, _english, _names in named])
    fresh = []
    for key, english, names in named:
        for language, name in names.items():
            if language == "en":
                continue
            text, is_a_persons = present.get((str(key), language), ("", False))
            if text == name[:LONGEST]:
                report.texts["unchanged"] += 1
            elif is_a_persons:
                report.texts["kept"] += 1
            else:
                fresh.append(_imported(subject, key, language, name[:LONGEST], english))
    stored = store_translations(fresh) if fresh else []
    report.texts["stored"] += len(stored)
    return {int(text.object_id) for text in stored}


def _present(subject: str, keys: Sequence[int]) -> dict[tuple[str, str], tuple[str, bool]]:
    """The names that are stored, and whether a person wrote or reviewed them: columns only, for there are many."""
    found: dict[tuple[str, str], tuple[str, bool]] = {}
    for some in in_batches([str(key) for key in keys]):
        rows = Translation.objects.filter(subject=subject, field="name", object_id__in=some).order_by()
        columns = rows.values_list("object_id", "language", "text", "source", "reviewed_at")
        for object_id, language, text, source, reviewed_at in columns:
            found[object_id, language] = (text, source == TranslationSource.HUMAN or reviewed_at is not None)
    return found


def _imported(subject: str, key: int, language: str, name: str, english: str) -> NewText:
    return NewText(
        subject=subject,
        object_id=str(key),
        field="name",
        language=language,
        text=name,
        source=TranslationSource.IMPORTED,
        translator=TRANSLATOR,
        source_hash=text_hash(english),
    )
