"""``store_translations``: many texts at once, whatever they belong to."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.db import transaction
from django.utils import timezone

from i18n.events import TextsTranslated
from i18n.translation import Translation, TranslationSource
from marketplace.events.publish import publish

AT_ONCE = 500
Item = TypeVar("Item")
Place = tuple[str, str, str, str]
"""Subject, object id, field, language."""


@dataclass(frozen=True, slots=True)
class NewText:
    """A translation as it is to be stored. An empty ``text`` removes what was there."""

    subject: str
    object_id: str
    field: str
    language: str
    text: str
    source: str
    translator: str = ""
    source_hash: str = ""
    reviewed_by: str = ""

    @property
    def place(self) -> Place:
        return self.subject, self.object_id, self.field, self.language


def store_translations(texts: Sequence[NewText]) -> list[NewText]:
    """Store the texts and return those that differ from what was there.

    A text that is the same as before leaves its row as it is, with its state: only a review makes a machine's text
    a person's, or an outdated one right again. There is never more than one text per record, field and language.
    """
    with transaction.atomic():
        changed = _changed(texts)
        _remove([text for text in changed if not text.text])
        _upsert([text for text in changed if text.text])
        announce_translations(text for text in changed if text.text and text.source != TranslationSource.MACHINE)
    return changed


def existing_at(places: Iterable[Place]) -> dict[Place, Translation]:
    """The stored translations at these places, with a query per kind, language and 500 records."""
    wanted: dict[tuple[str, str], set[str]] = defaultdict(set)
    asked = set(places)
    for subject, object_id, _field, language in asked:
        wanted[subject, language].add(object_id)
    found: dict[Place, Translation] = {}
    for (subject, language), ids in wanted.items():
        for some in in_batches(sorted(ids)):
            for row in Translation.objects.filter(subject=subject, language=language, object_id__in=some):
                place = (row.subject, row.object_id, row.field, row.language)
                if place in asked:
                    found[place] = row
    return found


def announce_translations(texts: Iterable[NewText]) -> None:
    """Publish `TextsTranslated` for what people wrote or approved."""
    records: dict[tuple[str, str], set[str]] = defaultdict(set)
    for text in texts:
        records[text.subject, text.language].add(text.object_id)
    for (subject, language), ids in records.items():
        for some in in_batches(sorted(ids)):
            publish(TextsTranslated(subject=subject, object_ids=some, language=language))


def _changed(texts: Sequence[NewText]) -> list[NewText]:
    before = existing_at(text.place for text in texts)
    last = {text.place: text for text in texts}
    return [text for place, text in last.items() if (before[place].text if place in before else "") != text.text]


def _remove(texts: Sequence[NewText]) -> None:
    rows = existing_at(text.place for text in texts)
    for some in in_batches([row.pk for row in rows.values()]):
        Translation.objects.filter(pk__in=some).delete()


def _upsert(texts: Sequence[NewText]) -> None:
    now = timezone.now()
    rows = [
        Translation(
            subject=text.subject,
            object_id=text.object_id,
            field=text.field,
            language=text.language,
            text=text.text,
            source=text.source,
            translator=text.translator,
            source_hash=text.source_hash,
            reviewed_by=text.reviewed_by,
            reviewed_at=now if text.reviewed_by else None,
            updated_at=now,
        )
        for text in texts
    ]
    Translation.objects.bulk_create(
        rows,
        batch_size=AT_ONCE,
        update_conflicts=True,
        unique_fields=["subject", "object_id", "field", "language"],
        update_fields=["text", "source", "translator", "source_hash", "reviewed_by", "reviewed_at", "updated_at"],
    )


def in_batches(items: Sequence[Item]) -> Iterator[list[Item]]:
    """The items in lists of at most 500, which every database takes in one statement."""
    for start in range(0, len(items), AT_ONCE):
        yield list(items[start : start + AT_ONCE])
