"""Which words of the lists a word is like: by a slip of the pen, or as another spelling of the same sound."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA, Levenshtein

ALIKE_BY_SOUND = 0.88
_FEWEST_CONSONANTS = 3
_SPELLINGS = (
    ("ph", "f"), ("kh", "h"), ("gh", "g"), ("sch", "s"), ("sh", "s"), ("tch", "s"), ("ch", "s"), ("dzh", "j"),
    ("dj", "j"), ("zh", "j"), ("ts", "s"), ("tz", "s"), ("th", "t"), ("dh", "d"), ("ck", "k"), ("qu", "k"),
)  # fmt: skip
_LETTERS = str.maketrans({"c": "k", "q": "k", "z": "s", "x": "s", "w": "v", "y": "i", "b": "b", "g": "g"})
_VOWELS = re.compile("[aeiou]")
_TWICE = re.compile(r"(.)\1+")


def sound_of(word: str) -> str:
    """The consonants that stay when a name is spelled another way: mohammed, muhamad and mohamad are all ``mhmd``.

    Empty where fewer than three stay: too little to go by.
    """
    for spelling, letter in _SPELLINGS:
        word = word.replace(spelling, letter)
    bare = _VOWELS.sub("", _TWICE.sub(r"\1", word.translate(_LETTERS)))
    return bare if len(bare) >= _FEWEST_CONSONANTS else ""


def slips_allowed(word: str) -> int:
    """Letters that may be wrong, missing, too many or changed about: none up to four, one up to seven, two beyond."""
    return 0 if len(word) <= 4 else 1 if len(word) <= 7 else 2


class Vocabulary:
    """Every word of the lists, to be asked what it has that is like a given word."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._by_length: dict[int, list[str]] = defaultdict(list)
        self._by_sound: dict[str, list[str]] = defaultdict(list)
        self._by_letters: dict[str, list[str]] = defaultdict(list)
        self._known: dict[str, dict[str, float]] = {}
        for word in sorted(self._words):
            self._by_length[len(word)].append(word)
            self._by_letters["".join(sorted(word))].append(word)
            if sound := sound_of(word):
                self._by_sound[sound].append(word)

    def alike(self, word: str) -> dict[str, float]:
        """Words of the lists and how like they are, 1 for the same."""
        if word not in self._known:
            if len(self._known) > 200_000:
                self._known.clear()
            self._known[word] = self._find(word)
        return self._known[word]

    def _find(self, word: str) -> dict[str, float]:
        found = dict.fromkeys(self._by_sound.get(sound_of(word), ()), ALIKE_BY_SOUND) if sound_of(word) else {}
        slips = slips_allowed(word)
        if slips:
            for length in range(len(word) - slips, len(word) + slips + 1):
                found |= self._within(word, slips, length)
            found |= self._changed_about(word, slips)
        if word in self._words:
            found[word] = 1.0
        return found

    def _within(self, word: str, slips: int, length: int) -> dict[str, float]:
        near = process.extract(
            word, self._by_length.get(length, ()), scorer=Levenshtein.distance, score_cutoff=slips, limit=None
        )
        # One slip in ten letters weighs less than one in five; a short listed word allows no more than itself.
        return {
            other: 1 - distance / max(len(word), length)
            for other, distance, _place in near
            if distance <= slips_allowed(other)
        }

    def _changed_about(self, word: str, slips: int) -> dict[str, float]:
        """Words of the same letters in which neighbours have changed places: one slip each, not two."""
        same = self._by_letters.get("".join(sorted(word)), ())
        return {
            other: 1 - distance / len(word)
            for other in same
            if (distance := OSA.distance(word, other)) <= slips and distance
        }
