"""Earlier translations of the same or a similar sentence: the owner's own and the marketplace's, nobody else's."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from i18n.markup.tokens import words
from i18n.memory.keys import comparable, keys, shared_trigrams, similarity, trigrams
from i18n.memory.segment import MemoryKey, MemorySegment
from i18n.memory.sentences import sentences
from i18n.store_translations import in_batches
from i18n.translation import MARKETPLACE, text_hash
from i18n.units.unit import Unit

LEAST = 0.7
"""Below this a suggestion costs more to read than it saves."""
MOST_SENTENCES = 200
MOST_CANDIDATES = 25
MOST_SUGGESTIONS = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """How a sentence was translated before. ``score`` 1 is the same sentence."""

    sentence: str
    """The sentence of the text in hand that it is for."""
    source_text: str
    target_text: str
    score: float
    is_own: bool
    """From the owner's own translations, not the marketplace's."""


Pair = tuple[int, str, str]
"""Owner, source language, target language."""
Place = tuple[Pair, str]
"""A sentence, as it is compared, of a pair."""


def suggest(units: Sequence[Unit]) -> list[list[Suggestion]]:
    """For each unit what the memory offers for its sentences, best first; two statements for some hundred sentences.

    Where the memory has the very sentence, similar ones are not looked for. What stands in the unit's translation
    already is not offered again.
    """
    asked: dict[Place, str] = {}
    for unit in units:
        for sentence in sentences(unit.source_text, unit.field.markup):
            if len(asked) < MOST_SENTENCES:
                asked.setdefault((_pair(unit), comparable(sentence)), sentence)
    same = _same(list(asked))
    near = {**_candidates([place for place in asked if place not in same]), **same}
    found = {place: _ranked(place, asked[place], rows) for place, rows in near.items()}
    return [
        [
            suggestion
            for sentence in dict.fromkeys(map(comparable, sentences(unit.source_text, unit.field.markup)))
            for suggestion in found.get((_pair(unit), sentence), [])
            if suggestion.target_text not in words(unit.text, unit.field.markup)
        ]
        for unit in units
    ]


def _pair(unit: Unit) -> Pair:
    return unit.owner_id, unit.source_language, unit.language


def _owners(owner_id: int) -> set[int]:
    return {owner_id, MARKETPLACE}


def _same(places: Sequence[Place]) -> dict[Place, list[MemorySegment]]:
    """The stored translations of the very sentences."""
    by_pair: dict[Pair, dict[str, Place]] = defaultdict(dict)
    for place in places:
        by_pair[place[0]][text_hash(place[1])] = place
    found: dict[Place, list[MemorySegment]] = defaultdict(list)
    for (owner_id, source, target), hashes in by_pair.items():
        of_pair = MemorySegment.objects.filter(
            owner_id__in=_owners(owner_id), source_language=source, language=target, source_hash__in=list(hashes)
        )
        for row in of_pair:
            found[hashes[row.source_hash]].append(row)
    return found


def _candidates(places: Sequence[Place]) -> dict[Place, list[MemorySegment]]:
    """The stored sentences that share a key with each of those asked for."""
    wanted: dict[int, list[Place]] = defaultdict(list)
    for place in places:
        (owner_id, source, target), sentence = place
        for owner in _owners(owner_id):
            for key in set(keys(sentence, owner, source, target)):
                wanted[key].append(place)
    shared: dict[Place, Counter[int]] = defaultdict(Counter)
    for some in in_batches(list(wanted)):
        for key, segment_id in MemoryKey.objects.filter(key__in=some).values_list("key", "segment_id"):
            for place in wanted[key]:
                shared[place][segment_id] += 1
    nearest = {place: [pk for pk, _times in counts.most_common(MOST_CANDIDATES)] for place, counts in shared.items()}
    rows = _segments({pk for pks in nearest.values() for pk in pks})
    return {place: [rows[pk] for pk in pks if pk in rows] for place, pks in nearest.items()}


def _segments(pks: Iterable[int]) -> dict[int, MemorySegment]:
    rows: dict[int, MemorySegment] = {}
    for some in in_batches(sorted(pks)):
        rows |= MemorySegment.objects.in_bulk(some)
    return rows


def _ranked(place: Place, sentence: str, near: Iterable[MemorySegment]) -> list[Suggestion]:
    (owner_id, source, target), text = place
    found: dict[str, Suggestion] = {}
    for row in near:
        # The keys hold owner and languages already; a key that two of them share by chance must not matter.
        if row.owner_id not in _owners(owner_id) or (row.source_language, row.language) != (source, target):
            continue
        score = _score(text, row)
        own = row.owner_id == owner_id
        known = found.get(row.target_text)
        if score >= LEAST and (known is None or (score, own) > (known.score, known.is_own)):
            found[row.target_text] = Suggestion(sentence, row.source_text, row.target_text, score, own)
    return sorted(found.values(), key=lambda one: (-one.score, not one.is_own, one.target_text))[:MOST_SUGGESTIONS]


def _score(text: str, row: MemorySegment) -> float:
    if row.source_hash == text_hash(text):
        return 1.0
    stored = comparable(row.source_text)
    if shared_trigrams(trigrams(text), trigrams(stored)) < LEAST - 0.2:
        return 0.0
    return min(0.99, round(similarity(text, stored), 2))
