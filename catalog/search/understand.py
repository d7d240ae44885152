"""What a buyer's words may mean, as a tree that every engine can turn into a query of its own.

``木のテーブル`` is the run as it is written, or its parts 木 and テーブル both; each part may be replaced by what the
thesaurus of the reader's language puts in its place. A replaced phrase counts less than the typed one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Union

from catalog.search.analyzer import Words, split
from catalog.search.equivalents import Thesaurus, thesaurus
from catalog.search.inflection import base_form, compound_parts
from catalog.search.weights import SYNONYM

MOST_WORDS = 12
PARTS = 0.6
WITHOUT_PARTICLE = 0.8
_PARTICLES = (
    "에서는", "에서", "으로", "까지", "부터", "에게", "한테", "이나", "처럼", "보다",
    "은", "는", "이", "가", "을", "를", "에", "의", "로", "와", "과", "도", "만", "용",
)  # fmt: skip
"""Korean particles that stick to the noun before them."""
_SMALL = {
    "en": frozenset(
        {
            "a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
        }
    ),
    "nl": frozenset(
        {
            "aan", "de", "een", "en", "het", "in", "met", "of", "om", "op", "te", "uit", "van",
            "voor",
        }
    ),
    "it": frozenset(
        {
            "a", "al", "alla", "allo", "con", "d", "da", "dal", "dalla", "dei", "del", "della",
            "dello", "di", "e", "ed", "gli", "i", "il", "in", "l", "la", "le", "lo", "o", "per",
            "su", "un", "una", "uno",
        }
    ),
}  # fmt: skip
"""Words without which a query says the same. Vietnamese has none: each syllable may be half of a word."""
_SCRIPTS = re.compile(r"[\u3040-\u309f]+|[\u30a0-\u30ff]+|[^\u3040-\u30ff]+")
_SHORT_HIRAGANA = re.compile(r"[\u3040-\u309f]{1,3}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand together, or one CJK run. ``is_last``: the end of what was typed, which may be unfinished."""

    words: tuple[str, ...]
    is_cjk: bool
    is_last: bool = False


@dataclass(frozen=True, slots=True)
class All:
    """All of the parts; ``helpful`` ones may be missing and count when they are there."""

    parts: tuple["Meaning", ...]
    helpful: tuple["Meaning", ...] = ()


@dataclass(frozen=True, slots=True)
class Any:
    """Any of them; each with the weight it counts with."""

    choices: tuple[tuple[float, "Meaning"], ...]


Meaning = Union[Phrase, All, Any]  # noqa: UP007  # strings within cannot be joined by |


def understand(text: str, language: str) -> All:
    """One part per word, phrase or run that has to be found; the first twelve words count."""
    typed = list(split(text))[:MOST_WORDS]
    known = thesaurus(language)
    parts: list[Meaning] = []
    helpful: list[Meaning] = []
    small = _SMALL.get(language, frozenset())
    needed = [word for word in typed if word.folded not in small]
    place = 0
    while place < len(typed):
        if needed and typed[place].folded in small:
            helpful.append(Phrase((typed[place].folded,), False))
            place += 1
        elif typed[place].is_cjk:
            parts.append(_run(typed[place].folded, known, is_last=place == len(typed) - 1))
            place += 1
        else:
            taken, meaning = _phrase(typed, place, known, language)
            parts.append(meaning)
            place += taken
    return All(tuple(parts), tuple(helpful))


def _phrase(typed: Sequence[Words], place: int, known: Thesaurus, language: str) -> tuple[int, Meaning]:
    """How many words are taken from ``place`` on, and what they mean: the longest known phrase, or one word."""
    latin = list(typed[place : place + max(known.longest, 1)])
    while len(latin) > 1 and any(word.is_cjk for word in latin):
        latin.pop()
    for length in range(len(latin), 0, -1):
        span = latin[:length]
        last = place + length == len(typed)
        others = known.others(tuple(base_form(w.folded, language) for w in span), " ".join(w.typed for w in span))
        if others or length == 1:
            own = tuple(Phrase((w.folded,), False, last and w is span[-1]) for w in span)
            return length, _or(_taken_apart(own[0], language) if length == 1 else All(own), others)
    raise AssertionError("a word is at least one word long")


def _taken_apart(word: Phrase, language: str) -> Meaning:
    """A compound is also found by its parts: ``deurscharnier`` where there is a ``scharnier voor deuren``."""
    parts = compound_parts(word.words[0], language)
    if not parts:
        return word
    return Any(((1.0, word), (PARTS, All(tuple(Phrase((part,), False) for part in parts)))))


def _or(meaning: Meaning, others: Sequence[str]) -> Meaning:
    if not others:
        return meaning
    return Any(((1.0, meaning), *((SYNONYM, _fixed(other)) for other in others)))


def _fixed(phrase: str) -> Meaning:
    """A phrase of the thesaurus, to be found as it stands."""
    found = list(split(phrase))
    if all(not word.is_cjk for word in found):
        return Phrase(tuple(word.folded for word in found), False)
    parts = tuple(Phrase((word.folded,), word.is_cjk) for word in found)
    return parts[0] if len(parts) == 1 else All(parts)


def _run(run: str, known: Thesaurus, *, is_last: bool) -> Meaning:
    choices: list[tuple[float, Meaning]] = [(1.0, Phrase((run,), True, is_last))]
    choices += [(SYNONYM, _fixed(other)) for other in known.others((run,), run)]
    bare = without_particle(run)
    if bare:
        choices.append((WITHOUT_PARTICLE, _run(bare, known, is_last=False)))
    parts = _parts(run, known)
    if len(parts) > 1:
        choices.append((PARTS, All(tuple(_known_part(part, known) for part in parts))))
    return choices[0][1] if len(choices) == 1 else Any(tuple(choices))


def _known_part(part: str, known: Thesaurus) -> Meaning:
    return _or(Phrase((part,), True), known.others((part,), part))


def _parts(run: str, known: Thesaurus) -> list[str]:
    """The run cut at the phrases of the thesaurus, longest first, then between scripts.

    Short hiragana between them is grammar (``木のテーブル``) and falls away.
    """
    for length in range(min(len(run) - 1, known.longest_run), 1, -1):
        for start in range(len(run) - length + 1):
            if (run[start : start + length],) in known.phrases:
                around = (run[:start], run[start : start + length], run[start + length :])
                return [
                    part
                    for place, piece in enumerate(around)
                    if piece
                    for part in ([piece] if place == 1 else _parts(piece, known))
                ]
    pieces = _SCRIPTS.findall(run)
    return [piece for piece in pieces if not _SHORT_HIRAGANA.fullmatch(piece)]


def without_particle(run: str) -> str:
    """A hangul word of three syllables or more without the particle at its end; empty when there is none."""
    if len(run) < 3 or not "\uac00" <= run[-1] <= "\ud7af":
        return ""
    for particle in _PARTICLES:
        if run.endswith(particle) and len(run) - len(particle) >= 2:
            return run[: -len(particle)]
    return ""
