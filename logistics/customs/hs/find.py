"""Search in the nomenclature by words in the seller's language, or by digits. Help, not a ruling."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from django.db.models import Q

from i18n.languages import LAST_RESORT
from i18n.text import fold, runs
from logistics.customs.hs.names import HsName
from logistics.customs.hs.nomenclature import Named, ancestors, names_of, shipped

MOST_WORDS = 12
MOST_FROM_TABLE = 400
SUBHEADING = 6


@dataclass(frozen=True, slots=True)
class HsHeading:
    """A code with what it is called, and what it lies in from the chapter down."""

    code: str
    name: str
    language: str
    """The one the name is in; English or Vietnamese where the one asked for has none."""
    path: tuple[tuple[str, str], ...]
    """Codes and names above it."""


def find_codes(text: str, language: str, *, limit: int = 20) -> list[HsHeading]:
    """The codes that fit best, best first; two statements at most.

    1. Digits, with or without dots: codes that begin with them, in order.
    2. Words: names in the language, English or Vietnamese, marks and case aside. A rare word counts more than one that
       stands everywhere; a whole word more than a part of one; six digits more than the heading above them.
    """
    digits = re.sub(r"[.\s]", "", text)
    if digits.isascii() and digits.isdigit():
        return headings(_by_digits(digits[:SUBHEADING], limit), language)
    words = words_of(text)
    return headings([code for code, _score in _by_words(words, language)][:limit], language) if words else []


def headings(codes: Sequence[str], language: str) -> list[HsHeading]:
    """Codes of up to six digits with their names; those that nobody named are left out."""
    named = names_of({above for code in codes for above in ancestors(code)}, language)
    return [
        HsHeading(
            code=code,
            name=named[code].name,
            language=named[code].language,
            path=tuple((above, named[above].name) for above in ancestors(code)[:-1] if above in named),
        )
        for code in codes
        if code in named
    ]


def words_of(text: str) -> list[str]:
    """Words to compare, each once; scripts without spaces by pairs of signs."""
    found: list[str] = []
    for word, cjk in runs(fold(text)):
        if cjk and len(word) > 2:
            found += [word[place : place + 2] for place in range(len(word) - 1)]
        elif cjk or len(word) > 1:
            found.append(word)
    return list(dict.fromkeys(found))[:MOST_WORDS]


def _by_digits(digits: str, limit: int) -> list[str]:
    codes = {code for code, _language in shipped() if code.startswith(digits)}
    rows = HsName.objects.filter(code__startswith=digits).order_by("code").values_list("code", flat=True)
    codes |= set(rows.distinct()[:limit])
    return sorted(codes)[:limit]


def _by_words(words: Sequence[str], language: str) -> list[tuple[str, float]]:
    languages = tuple(dict.fromkeys((language, *LAST_RESORT)))
    common = frequencies()
    scores: dict[str, float] = {}
    for named in (*_shipped_in(languages), *_from_table(words, languages)):
        score = _score(words, named, common)
        if score > 0:
            scores[named.code] = max(scores.get(named.code, 0.0), score)
    best = max(scores.values(), default=0.0)
    good = {code: score for code, score in scores.items() if score >= best / 2}
    return sorted(good.items(), key=lambda found: (-found[1], found[0]))


def _score(words: Sequence[str], named: Named, common: Counter[str]) -> float:
    whole = {word for word, _cjk in runs(named.folded)}
    score = sum(
        (1.0 if word in whole else 0.5 if len(word) > 3 or not word.isascii() else 0.0) / (1 + common[word]) ** 0.5
        for word in words
        if word in named.folded
    )
    return score * (1.2 if len(named.code) == SUBHEADING else 1.0) / (1 + len(whole) / 40)


@cache
def frequencies() -> Counter[str]:
    """In how many shipped names each word stands."""
    return Counter(word for named in shipped().values() for word in {word for word, _cjk in runs(named.folded)})


def _shipped_in(languages: Iterable[str]) -> list[Named]:
    wanted = set(languages)
    return [named for (_code, language), named in shipped().items() if language in wanted]


def _from_table(words: Sequence[str], languages: Sequence[str]) -> list[Named]:
    meant = Q()
    for word in words:
        meant |= Q(folded__contains=word)
    rows = HsName.objects.filter(meant, language__in=languages).order_by("code")[:MOST_FROM_TABLE]
    return [Named(row.code, row.language, row.name, row.folded, row.edition) for row in rows]
