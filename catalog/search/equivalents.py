"""Words that mean the same to a buyer: what ``synonyms/<language>.toml`` says, read once per process."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from catalog.search.analyzer import Words, split
from catalog.search.inflection import base_form
from i18n.text import fold

FOLDER = Path(__file__).parent / "synonyms"


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """``phrases``: what is looked for besides a phrase, by its folded words; a CJK phrase is one word."""

    phrases: Mapping[tuple[str, ...], tuple[str, ...]]
    marked: Mapping[tuple[str, ...], frozenset[str]]
    """How the phrases of that folded form are written: ``("ban",)`` -> bàn, bạn."""
    longest: int
    longest_run: int

    def others(self, words: tuple[str, ...], typed: str) -> tuple[str, ...]:
        """What is equivalent to the words of a `key`. Marks that were typed have to be the phrase's own."""
        if words not in self.phrases:
            return ()
        has_marks = typed.isascii() is False and typed != fold(typed)
        return () if has_marks and typed not in self.marked[words] else self.phrases[words]


@cache
def thesaurus(language: str) -> Thesaurus:
    """Without a file the language has no equivalents."""
    path = FOLDER / f"{language}.toml"
    stated = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    found: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
    marked: dict[tuple[str, ...], set[str]] = defaultdict(set)
    pairs = [(one, other) for line in stated.get("equivalent", ()) for one in line for other in line if other != one]
    pairs += [(line["from"], other) for line in stated.get("one_way", ()) for other in line["to"]]
    for one, other in pairs:
        found[key(one, language)][other] = None
        marked[key(one, language)].add(" ".join(word.typed for word in split(one)))
    return Thesaurus(
        phrases={words: tuple(others) for words, others in found.items()},
        marked={words: frozenset(written) for words, written in marked.items()},
        longest=max(map(len, found), default=0),
        longest_run=max((len(words[0]) for words in found if len(words) == 1), default=0),
    )


def key(phrase: str, language: str) -> tuple[str, ...]:
    """The words of a phrase without marks and endings; a CJK phrase is put together, as spaces mean nothing there."""
    words: list[Words] = list(split(phrase))
    if words and all(word.is_cjk for word in words):
        return ("".join(word.folded for word in words),)
    return tuple(base_form(word.folded, language) for word in words)
