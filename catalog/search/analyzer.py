"""How texts become tokens: the same for documents and queries, and for every engine.

Latin words are kept whole and lose case and marks (``Đồ gỗ`` -> ``do``, ``go``), so that people may type without them;
the exact form keeps the marks, so that typed marks can win. Han, kana and hangul have no spaces: a run becomes its
overlapping pairs (``木製家具`` -> ``木製``, ``製家``, ``家具``), which a query has to meet as a phrase.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from i18n.text import fold, runs

LONGEST_WORD = 60
MOST_GROUPS = 12
_PARTICLES = ("에서", "으로", "은", "는", "이", "가", "을", "를", "에", "의", "로", "와", "과", "도", "만")
"""Korean particles that stick to the noun before them."""


@dataclass(frozen=True, slots=True)
class Group:
    """One word of a query, or the pairs of one CJK run. ``alternative`` are the pairs without a Korean particle."""

    tokens: tuple[str, ...]
    is_cjk: bool
    alternative: tuple[str, ...] = ()


def tokens(text: str) -> Iterator[str]:
    """Folded words and pairs."""
    for run, is_cjk in runs(fold(text)):
        yield from pairs(run) if is_cjk else (run[:LONGEST_WORD],)


def words(text: str) -> Iterator[str]:
    """Folded words without CJK: the vocabulary of prefixes and misspellings."""
    return (run[:LONGEST_WORD] for run, is_cjk in runs(fold(text)) if not is_cjk)


def exact_words(text: str) -> Iterator[str]:
    """Words in lower case with their marks, without CJK."""
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
    return (run[:LONGEST_WORD] for run, is_cjk in runs(plain) if not is_cjk)


def pairs(run: str) -> tuple[str, ...]:
    """``椅`` -> ``椅``; ``ランタン`` -> ``ラン``, ``ンタ``, ``タン``."""
    return tuple(a + b for a, b in pairwise(run)) or (run,)


def groups(text: str) -> list[Group]:
    """A query's words and runs; the first twelve count."""
    found = [
        Group(pairs(run), True, _without_particle(run)) if is_cjk else Group((run[:LONGEST_WORD],), False)
        for run, is_cjk in runs(fold(text))
    ]
    return found[:MOST_GROUPS]


def _without_particle(run: str) -> tuple[str, ...]:
    """The pairs of a hangul word of three syllables or more without the particle at its end."""
    if len(run) < 3 or not "\uac00" <= run[-1] <= "\ud7af":
        return ()
    for particle in _PARTICLES:
        if run.endswith(particle) and len(run) - len(particle) >= 2:
            return pairs(run[: -len(particle)])
    return ()
