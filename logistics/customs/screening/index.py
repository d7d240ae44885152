"""The names of all lists that hold, ready to be compared with; built once per set of editions in each process."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from threading import Lock

from logistics.customs.screening.alike import Vocabulary
from logistics.customs.screening.listed_party import ListEdition, ListedName
from logistics.customs.screening.words import words_of


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of one party."""

    party_id: int
    name: str
    words: tuple[str, ...]
    countries: frozenset[str]
    is_weak: bool


class NameIndex:
    """Entries by their words. Words that few names have weigh more."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self.postings: dict[str, list[int]] = defaultdict(list)
        self.exact: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self.joined: dict[str, list[int]] = defaultdict(list)
        for number, entry in enumerate(self.entries):
            for word in set(entry.words):
                self.postings[word].append(number)
            self.exact[tuple(sorted(entry.words))].append(number)
            self.joined["".join(entry.words)].append(number)
        self.vocabulary = Vocabulary(self.postings)
        total = len(self.entries) + 1
        self._weights = {word: math.log(1 + total / len(where)) for word, where in self.postings.items()}
        self._rarest = math.log(1 + total)
        self.lengths = tuple(len(entry.words) for entry in self.entries)
        self.weights_of = tuple(sum(map(self.weight, entry.words)) for entry in self.entries)

    def weight(self, word: str) -> float:
        return self._weights.get(word, self._rarest)

    def candidates(self, words: Sequence[str], least: float) -> list[int]:
        """Entries that may be as alike as ``least``, or inside the name, or around it.

        What may be alike is twice the alike weight over the weight of both names; it counts a listed word once for
        every word like it, so it is never too low.
        """
        alike: dict[int, float] = defaultdict(float)
        shared: Counter[int] = Counter()
        own = 0.0
        for word in words:
            own += self.weight(word)
            for other, likeness in self.vocabulary.alike(word).items():
                counted = likeness * (self.weight(word) + self.weight(other))
                where = self.postings[other]
                shared.update(where)
                for number in where:
                    alike[number] += counted
        theirs = self.weights_of
        found = {number for number, weight in alike.items() if weight >= least * (own + theirs[number])}
        inner = len(words)
        for number, count in shared.items():
            if count > 1 and (count >= inner or count >= self.lengths[number]):
                found.add(number)
        return sorted(found)


_held: dict[tuple[int, ...], NameIndex] = {}
_building = Lock()


def editions_that_hold() -> list[ListEdition]:
    return list(ListEdition.objects.filter(superseded_at=None).order_by("pk"))


def index_of(editions: Iterable[ListEdition]) -> NameIndex:
    """The index of these editions; only the latest one asked for is kept in memory."""
    key = tuple(edition.pk for edition in editions)
    with _building:
        if key not in _held:
            built = NameIndex(_entries(key))
            _held.clear()
            _held[key] = built
        return _held[key]


def _entries(edition_ids: tuple[int, ...]) -> Iterable[Entry]:
    rows = ListedName.objects.filter(party__edition__in=edition_ids).order_by("pk")
    for party_id, name, is_weak, countries in rows.values_list(
        "party_id", "name", "is_weak", "party__countries"
    ).iterator():
        if words := words_of(name):
            yield Entry(party_id, name, words, frozenset(countries), is_weak)
