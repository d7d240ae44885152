"""``matches``: which listed parties a name may be, and how like it is.

1. Words of the name, and words of each listed name, weigh by how few names have them.
2. Each word is paired with the listed word most like it; a pair counts its weight times how like it is.
3. Likeness of the names: twice the paired weight over the weight of both. A name that is wholly inside the other, by
   at least two words that say something, counts as ``INSIDE`` at least.
4. The same country raises it a little, another one lowers it; the same name stays a hit whatever the country.
5. A weak alias counts only as the whole name. What reaches the day's threshold is a hit, the likest first.

Worked example. "Ivan Petrof" against the listed "PETROV, Ivan": ivan is ivan (1.0), petrof is petrov by one slip in
six letters (0.83). With weights 2 and 4: 2 x (2 x 1 + 4 x 0.83) / (6 + 6) = 0.89: a hit at 0.86.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from logistics.customs.screening.index import Entry, NameIndex
from logistics.customs.screening.words import words_of

INSIDE = 0.87
TELLING = 4.0
"""Weight that the words of an inner name have together at least: two words that one name in ten has do not do."""


@dataclass(frozen=True, slots=True)
class Threshold:
    effective_from: date
    least: float
    same_country: float
    other_country: float


@dataclass(frozen=True, slots=True)
class Match:
    entry: Entry
    score: float
    """0 to 1."""
    reasons: tuple[str, ...]
    """SAME_NAME, LIKE_NAME, INSIDE_NAME, RUN_TOGETHER, SAME_COUNTRY, OTHER_COUNTRY."""


@cache
def _thresholds() -> tuple[Threshold, ...]:
    rows = tomllib.loads((Path(__file__).parent / "threshold.toml").read_text(encoding="utf-8"))["threshold"]
    return tuple(
        Threshold(row["effective_from"], *(float(row[name]) for name in ("least", "same_country", "other_country")))
        for row in rows
    )


def threshold_on(day: date) -> Threshold:
    """The rule of a day; days before the first rule have the first."""
    rules = sorted(_thresholds(), key=lambda rule: rule.effective_from)
    return next((rule for rule in reversed(rules) if rule.effective_from <= day), rules[0])


def matches(name: str, country: str, *, index: NameIndex, on: date) -> list[Match]:
    """At most one match per listed party, the likest first. ``country`` may be empty."""
    words = words_of(name)
    if not words:
        return []
    rule = threshold_on(on)
    best: dict[int, Match] = {}
    for match in _found(words, index, rule):
        judged = _judged(match, country, rule)
        known = best.get(match.entry.party_id)
        if judged is not None and (known is None or judged.score > known.score):
            best[match.entry.party_id] = judged
    return sorted(best.values(), key=lambda match: (-match.score, match.entry.party_id))


def _found(words: tuple[str, ...], index: NameIndex, rule: Threshold) -> list[Match]:
    same = set(index.exact.get(tuple(sorted(words)), ()))
    together = set(index.joined.get("".join(words), ())) - same
    least = rule.least - rule.same_country
    others = set(index.candidates(words, least)) - same - together
    return [
        *(Match(index.entries[number], 1.0, ("SAME_NAME",)) for number in same),
        *(Match(index.entries[number], 0.98, ("RUN_TOGETHER",)) for number in together),
        *(_compared(words, index.entries[number], index) for number in others if not index.entries[number].is_weak),
    ]


def _compared(words: tuple[str, ...], entry: Entry, index: NameIndex) -> Match:
    paired, like, one_to_one = _pair(words, entry.words, index)
    own = sum(map(index.weight, words))
    theirs = sum(map(index.weight, entry.words))
    score = 2 * like / (own + theirs)
    inner = min(len(words), len(entry.words))
    if score < INSIDE and inner > 1 and one_to_one == inner and paired >= TELLING and like >= 0.9 * paired:
        return Match(entry, INSIDE, ("INSIDE_NAME",))
    return Match(entry, score, ("LIKE_NAME",))


def _pair(words: Sequence[str], listed: Sequence[str], index: NameIndex) -> tuple[float, float, int]:
    """Weight paired, the same times how like, and how many pairs; the likest pairs first, each word once."""
    pairs = sorted(
        (
            (likeness, place, other_place)
            for place, word in enumerate(words)
            for other_place, other in enumerate(listed)
            if (likeness := index.vocabulary.alike(word).get(other, 0.0))
        ),
        reverse=True,
    )
    taken: set[int] = set()
    others_taken: set[int] = set()
    paired = like = 0.0
    for likeness, place, other_place in pairs:
        if place in taken or other_place in others_taken:
            continue
        taken.add(place)
        others_taken.add(other_place)
        weight = (index.weight(words[place]) + index.weight(listed[other_place])) / 2
        paired += weight
        like += weight * likeness
    return paired, like, len(taken)


def _judged(match: Match, country: str, rule: Threshold) -> Match | None:
    score, reasons = match.score, match.reasons
    if country and match.entry.countries:
        is_same = country in match.entry.countries
        score = min(1.0, score + (rule.same_country if is_same else rule.other_country))
        reasons = (*reasons, "SAME_COUNTRY" if is_same else "OTHER_COUNTRY")
    if score >= rule.least or match.reasons == ("SAME_NAME",):
        return Match(match.entry, score, reasons)
    return None
