"""Text of a record in a language: stored translations, the fallback chain, and who or what translated it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Literal, TypeVar

from i18n.languages import fallback_chain, language
from i18n.store_translations import NewText, store_translations
from i18n.subjects import known_subject
from i18n.translation import Translation, TranslationSource, text_hash
from i18n.translation_state import TranslationState, state_of
from marketplace.keyed_rows import keyed_rows

Row = TypeVar("Row")
Source = Literal["ORIGINAL", "HUMAN", "MACHINE", "IMPORTED"]
ORIGINAL: Source = "ORIGINAL"


@dataclass(frozen=True, slots=True)
class LocalizedText:
    """A text, the language it really is in, and where it comes from."""

    text: str
    language: str
    requested_language: str
    source: Source
    is_stale: bool = False
    """The original changed after this was made of it."""
    is_reviewed: bool = False
    """Somebody read it beside the original and found it right."""

    @property
    def state(self) -> TranslationState:
        """The one word for a reader: an outdated text is STALE, whoever made it."""
        if self.is_original:
            return TranslationState.SOURCE
        if self.is_stale:
            return TranslationState.STALE
        return TranslationState.REVIEWED if self.is_reviewed else TranslationState(self.source)

    @property
    def is_fallback(self) -> bool:
        """It is not in the language that was asked for."""
        return self.language != self.requested_language

    @property
    def is_original(self) -> bool:
        """The record's owner wrote it in this language."""
        return self.source == ORIGINAL


def set_translation(
    *,
    subject: str,
    object_id: object,
    language: str,
    texts: Mapping[str, str],
    source: str = TranslationSource.HUMAN,
    translator: str = "",
) -> None:
    """Store the texts of a record's fields in one language, with the fingerprint of the originals they are made of.

    An empty text removes the field's translation; a field not named keeps its own, and so does one whose text is the
    same as before, with its state. There is never more than one text per record, field and language.
    """
    _require_known(language, source)
    hashes = original_hashes(subject, [object_id], list(texts)) if texts else {}
    store_translations(
        [
            NewText(
                subject=subject,
                object_id=str(object_id),
                field=field,
                language=language,
                text=text if text.strip() else "",
                source=source,
                translator=translator,
                source_hash=hashes.get((str(object_id), field), ""),
            )
            for field, text in texts.items()
        ]
    )


def original_hashes(subject: str, object_ids: Sequence[object], fields: Sequence[str]) -> dict[tuple[str, str], str]:
    """The fingerprints of originals as they are now, by object id and field; nothing for a kind nobody declared."""
    declared = known_subject(subject)
    columns = [field for field in fields if declared is not None and declared.field(field) is not None]
    if declared is None or not columns:
        return {}
    rows = declared.rows().filter(pk__in=object_ids).values_list("pk", *columns)
    return {
        (str(pk), column): text_hash(text or "")
        for pk, *texts in rows
        for column, text in zip(columns, texts, strict=True)
    }


def _require_known(code: str, source: str) -> None:
    language(code)
    if source not in TranslationSource.values:
        raise ValueError(f"a translation's source is one of {TranslationSource.values}, not {source!r}")


def translations_of(
    subject: str,
    object_ids: Iterable[object],
    languages: Iterable[str] | None = None,
    fields: Iterable[str] | None = None,
) -> dict[str, list[Translation]]:
    """The stored translations of many records in one query, by object id as text."""
    ids = {str(object_id) for object_id in object_ids}
    found: dict[str, list[Translation]] = {object_id: [] for object_id in ids}
    if not ids:
        return found
    columns: dict[str, Iterable[object]] = {"subject": [subject], "object_id": sorted(ids)}
    if languages is not None:
        columns["language"] = languages
    if fields is not None:
        columns["field"] = fields
    rows = keyed_rows(Translation, columns, order=("language", "field"))
    for row in rows:
        found[row.object_id].append(row)
    return found


def remove_translations(*, subject: str, object_ids: Iterable[object]) -> None:
    """Forget every translation of records that are being deleted."""
    Translation.objects.filter(subject=subject, object_id__in=[str(object_id) for object_id in object_ids]).delete()


def localize(
    *,
    subject: str,
    rows: Sequence[Row],
    fields: Sequence[str],
    language: str,
    source_language: Callable[[Row], str],
    pk: Callable[[Row], Any] = attrgetter("pk"),
) -> list[dict[str, LocalizedText | None]]:
    """The fields of many rows in the reader's language, in the order of the rows, with one query at most.

    1. The requested language, then each of its fallback chain: the row's own text where that is
       the language it was written in, otherwise a stored translation.
    2. The row's own text, whatever its language.
    3. ``None``: nothing is written anywhere.

    A Vietnamese product with an English translation, asked for in Dutch: nl has nothing, en has
    its translation, so the text is English, ``is_fallback``, source HUMAN.
    """
    chain = fallback_chain(language)
    written_in = [source_language(row) for row in rows]
    incomplete = [
        pk(row)
        for row, own in zip(rows, written_in, strict=True)
        if own != language or not all(_own_text(row, field) for field in fields)
    ]
    stored = {
        (object_id, row.field, row.language): row
        for object_id, found in translations_of(subject, incomplete, chain, fields).items()
        for row in found
    }
    return [
        {field: _choose(str(pk(row)), _own_text(row, field), own, field, chain, stored) for field in fields}
        for row, own in zip(rows, written_in, strict=True)
    ]


def _own_text(row: object, field: str) -> str:
    return getattr(row, field, None) or ""


def _choose(
    object_id: str,
    own_text: str,
    own_language: str,
    field: str,
    chain: tuple[str, ...],
    stored: Mapping[tuple[str, str, str], Translation],
) -> LocalizedText | None:
    requested = chain[0]
    for code in chain:
        if code == own_language and own_text:
            return LocalizedText(own_text, code, requested, ORIGINAL)
        row = stored.get((object_id, field, code))
        if row is not None:
            return _translated(row, own_text, requested)
    return LocalizedText(own_text, own_language, requested, ORIGINAL) if own_text else None


def _translated(row: Translation, own_text: str, requested: str) -> LocalizedText:
    stale = state_of(row, text_hash(own_text)) == TranslationState.STALE
    return LocalizedText(row.text, row.language, requested, _source(row), stale, row.reviewed_at is not None)


def _source(row: Translation) -> Source:
    return TranslationSource(row.source).value  # type: ignore[return-value]  # the enum's values are these literals
