"""Names in other languages, stored as imported translations. What a person wrote or reviewed is left alone."""

from collections.abc import Mapping, Sequence

from catalog.products.taxonomy.report import Report
from i18n.store_translations import NewText, existing_at, store_translations
from i18n.translation import Translation, TranslationSource, text_hash

TRANSLATOR = "taxonomy"
LONGEST = 200
Named = Sequence[tuple[int, str, Mapping[str, str]]]
"""Key, English name, and the names by language."""


def store_names(subject: str, named: Named, report: Report) -> set[int]:
    """Store the names that differ; returns the keys of records that have another name now."""
    wanted = [
        NewText(
            subject=subject,
            object_id=str(key),
            field="name",
            language=language,
            text=name[:LONGEST],
            source=TranslationSource.IMPORTED,
            translator=TRANSLATOR,
            source_hash=text_hash(english),
        )
        for key, english, names in named
        for language, name in names.items()
        if language != "en"
    ]
    present = existing_at(text.place for text in wanted)
    fresh = []
    for text in wanted:
        row = present.get(text.place)
        if row is not None and row.text == text.text:
            report.texts["unchanged"] += 1
        elif row is not None and _is_a_persons(row):
            report.texts["kept"] += 1
        else:
            fresh.append(text)
    stored = store_translations(fresh) if fresh else []
    report.texts["stored"] += len(stored)
    return {int(text.object_id) for text in stored}


def _is_a_persons(row: Translation) -> bool:
    return row.source == TranslationSource.HUMAN or row.reviewed_at is not None
