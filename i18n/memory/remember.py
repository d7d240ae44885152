"""``remember``: sentences of approved translations go into their owner's memory."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from i18n.events import TextsTranslated
from i18n.memory.keys import comparable, keys
from i18n.memory.segment import MemoryKey, MemorySegment
from i18n.memory.sentences import pairs
from i18n.store_translations import in_batches
from i18n.subjects import known_subject
from i18n.translation import TranslationSource, text_hash
from i18n.translation_state import TranslationState
from i18n.units.find import units_at
from i18n.units.unit import Unit, UnitId

UNIQUE = ["owner_id", "source_language", "language", "source_hash"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an owner with its translation."""

    owner_id: int
    source_language: str
    language: str
    source_text: str
    target_text: str

    @property
    def place(self) -> tuple[int, str, str, str]:
        return self.owner_id, self.source_language, self.language, text_hash(comparable(self.source_text))


def remember_translations(event: TextsTranslated) -> None:
    """On `TextsTranslated`: learn what people wrote or approved, as it is by now."""
    subject = known_subject(event.subject)
    if subject is None:
        return
    ids = [UnitId(subject.kind, key, field.name) for key in event.object_ids for field in subject.fields]
    units = units_at(ids, event.language, None)
    remember(sentence for unit in units.values() if _is_approved(unit) for sentence in sentences_of(unit))


def sentences_of(unit: Unit) -> list[Sentence]:
    """The unit's sentences side by side with their translations."""
    return [
        Sentence(unit.owner_id, unit.source_language, unit.language, ours, theirs)
        for ours, theirs in pairs(unit.source_text, unit.text, unit.field.markup)
        if comparable(ours) != comparable(theirs) or " " in ours
    ]


def remember(sentences: Iterable[Sentence]) -> None:
    """Keep each sentence with its latest translation. A sentence stands once per owner and pair of languages."""
    latest = {sentence.place: sentence for sentence in sentences}
    by_pair: dict[tuple[int, str, str], list[Sentence]] = defaultdict(list)
    for place, sentence in latest.items():
        by_pair[place[:3]].append(sentence)
    for pair, some in by_pair.items():
        for part in in_batches(some):
            with transaction.atomic():
                _keep(pair, part)


def _is_approved(unit: Unit) -> bool:
    """A machine's text becomes an example only once a person has approved it; an outdated one is none."""
    return unit.state not in (TranslationState.MISSING, TranslationState.STALE, TranslationSource.MACHINE)


def _keep(pair: tuple[int, str, str], sentences: Sequence[Sentence]) -> None:
    now = timezone.now()
    rows = [
        MemorySegment(
            owner_id=one.owner_id,
            source_language=one.source_language,
            language=one.language,
            source_hash=one.place[3],
            source_text=one.source_text,
            target_text=one.target_text,
            updated_at=now,
        )
        for one in sentences
    ]
    MemorySegment.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=UNIQUE, update_fields=["source_text", "target_text", "updated_at"]
    )
    owner_id, source_language, language = pair
    stored = MemorySegment.objects.filter(
        owner_id=owner_id,
        source_language=source_language,
        language=language,
        source_hash__in=[row.source_hash for row in rows],
    )
    _index(list(stored.filter(keys__isnull=True)))


def _index(segments: Sequence[MemorySegment]) -> None:
    """Write the keys of segments that are new; those of known ones stay right, for they follow from the sentence."""
    MemoryKey.objects.bulk_create(
        [
            MemoryKey(segment=segment, key=key)
            for segment in segments
            for key in set(
                keys(comparable(segment.source_text), segment.owner_id, segment.source_language, segment.language)
            )
        ],
        batch_size=2000,
    )
