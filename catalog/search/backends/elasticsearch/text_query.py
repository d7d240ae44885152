"""What was typed as a query, built from objects: nothing a buyer types is ever parsed as a query language.

The same meaning, weights and steps as the embedded engine's (`catalog.search.understand`), so that both rank alike; one
step is the server's own: its dictionaries for each language, before words are taken for mistyped.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from elasticsearch.dsl import query as q
from elasticsearch.dsl.query import Query

from catalog.search import weights
from catalog.search.analyzer import exact_words, pairs, split
from catalog.search.backends.elasticsearch.source import whole_exact, whole_name
from catalog.search.codes import code_key, gtin_key, hs_key, may_be_code
from catalog.search.inflection import base_form
from catalog.search.understand import All, Any, Meaning, Phrase, understand
from i18n.languages import LANGUAGES, fallback_chain

_WEIGHTS = weights.PARTS
_TIE = 0.1
_OWN, _FALLBACK, _FOREIGN = weights.OWN_LANGUAGE, weights.FALLBACK_LANGUAGE, weights.OTHER_LANGUAGE
_CODE, _WHOLE, _TOGETHER, _MARKS = weights.CODE, weights.WHOLE_NAME, weights.TOGETHER, weights.EXACT_MARKS
_LEAST_HS_DIGITS = 4
_MOST_EXPANSIONS = 200


@dataclass(frozen=True, slots=True)
class Leniency:
    """How far a word may be from what is written."""

    prefix: bool = False
    """The last word may be the beginning of one."""
    compound: bool = False
    """Words of four letters or more may be the end of a longer one, as in Dutch: ``tafel`` in ``eettafel``."""
    dictionary: bool = False
    """The server's dictionaries may find all words in one language's text."""
    fuzzy: bool = False
    """Words of four letters or more may have one mistake, of seven or more two."""
    loose: bool = False
    """Of a CJK run half the pairs will do, of several words half of them."""


STEPS = (
    Leniency(),
    Leniency(prefix=True),
    Leniency(prefix=True, compound=True),
    Leniency(prefix=True, compound=True, dictionary=True),
    Leniency(prefix=True, fuzzy=True),
    Leniency(compound=True, fuzzy=True, loose=True),
)
"""Tried in turn until something is found."""


def steps_for(*, as_you_type: bool) -> tuple[Leniency, ...]:
    """While one types, the last word may be unfinished from the first step on."""
    return tuple(dict.fromkeys(replace(step, prefix=True) for step in STEPS)) if as_you_type else STEPS


class TextQuery:
    """One request's words; ``query`` is ``None`` where there is no word in them."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._meaning = understand(text, language)
        self._own = own = language if language in LANGUAGES else "en"
        near = fallback_chain(own)
        self._languages = [
            (each, _OWN if each == own else _FALLBACK if each in near else _FOREIGN) for each in LANGUAGES
        ]

    def query(self, leniency: Leniency) -> Query | None:
        parts = self._meaning.parts
        if not parts:
            return None
        compiled = [self._compiled(part, leniency) for part in parts]
        if leniency.loose and len(parts) > 1:
            words: Query = q.Bool(should=compiled, minimum_should_match=len(parts) // 2)
        else:
            words = q.Bool(must=compiled)
        if leniency.dictionary:
            words = _best([words, *self._by_dictionary])
        helpful = [self._compiled(part, Leniency()) for part in self._meaning.helpful]
        found = q.Bool(must=[words], should=[*self._bonuses, *helpful])
        codes = self._codes
        return found if codes is None else _best([codes, found], tie=0.0)

    def _compiled(self, meaning: Meaning, leniency: Leniency) -> Query:
        if isinstance(meaning, All):
            return q.Bool(must=[self._compiled(part, leniency) for part in meaning.parts])
        if isinstance(meaning, Any):
            return _best(_weighed(self._compiled(each, leniency), weight) for weight, each in meaning.choices)
        return self._run(meaning, leniency) if meaning.is_cjk else self._words(meaning, leniency)

    def _run(self, phrase: Phrase, leniency: Leniency) -> Query:
        (run,) = phrase.words
        found = pairs(run)
        if leniency.loose and len(found) > 1:
            each = [self._fields((pair,)) for pair in found]
            return q.Bool(should=each, minimum_should_match=max(1, len(found) // 2))
        if len(run) > 1:
            return self._fields(found)
        return _best([self._fields(found), q.Term("word", {"value": run})])

    def _words(self, phrase: Phrase, leniency: Leniency) -> Query:
        meant = self._fields(phrase.words)
        if len(phrase.words) > 1:
            return meant
        (word,) = phrase.words
        near: list[Query] = [meant]
        if leniency.prefix and phrase.is_last:
            near.append(_flat(q.Term("word.begun", {"value": word[:20]}), 0.5))
        if leniency.compound and len(word) >= 4:
            endings = "|".join(sorted({word, *(base_form(word, each) for each, _weight in self._languages)}))
            near.append(_flat(q.Regexp("word", {"value": f".+({endings})"}), 0.4))
        if leniency.fuzzy and len(word) >= 4:
            near += [self._misspelt("word", word, 0.3), self._misspelt(f"name.{self._own}", word, 1.0)]
        return meant if len(near) == 1 else _best(near)

    def _misspelt(self, field: str, word: str, weight: float) -> Query:
        asked = {"value": word, "fuzziness": "2" if len(word) >= 7 else "1", "max_expansions": _MOST_EXPANSIONS}
        return _flat(q.Fuzzy(field, {**asked, "transpositions": True}), weight)

    def _fields(self, words: Sequence[str]) -> Query:
        """Words that stand together, in any part of any language."""
        return _best(
            _together(f"{part}.{language}", [base_form(word, language) for word in words], weight * preference)
            for language, preference in self._languages
            for part, weight in _WEIGHTS
        )

    @cached_property
    def _by_dictionary(self) -> list[Query]:
        return [
            q.Match(f"written.{language}", {"query": self._text, "operator": "and", "boost": 0.3 * preference})
            for language, preference in self._languages
        ]

    @cached_property
    def _bonuses(self) -> list[Query]:
        wholes = ((whole_name(self._text, language), preference) for language, preference in self._languages)
        found = [_flat(q.Term("whole", {"value": whole}), _WHOLE * preference) for whole, preference in wholes]
        plain = [word.folded for word in split(self._text) if not word.is_cjk]
        exact = list(exact_words(self._text))
        if len(plain) > 1:
            found += [
                _together(f"name.{each}", [base_form(word, each) for word in plain], _TOGETHER * preference / _OWN)
                for each, preference in self._languages
            ]
        if exact and exact != plain:
            found.append(_flat(q.Term("whole", {"value": whole_exact(self._text)}), _WHOLE))
            found.append(_together("exact", exact, _MARKS))
        return found

    @cached_property
    def _codes(self) -> Query | None:
        """Article numbers, bar codes and tariff codes typed among the words' place: found exactly."""
        if not may_be_code(self._text):
            return None
        named = [f"s:{code_key(self._text)}", *(f"g:{key}" for key in [gtin_key(self._text)] if key)]
        found = [_flat(q.Terms("code", named), _CODE)]
        tariff = hs_key(self._text)
        if len(tariff) >= _LEAST_HS_DIGITS:
            found.append(_flat(q.Term("hs_code", {"value": tariff}), _CODE))
        return _best(found, tie=0.0)


def _together(field: str, words: Sequence[str], boost: float) -> Query:
    if len(words) == 1:
        return q.Term(field, {"value": words[0], "boost": boost})
    return q.MatchPhrase(field, {"query": " ".join(words), "boost": boost})


def _best(queries: Iterable[Query], *, tie: float = _TIE) -> Query:
    return q.DisMax(queries=list(queries), tie_breaker=tie)


def _weighed(query: Query, weight: float) -> Query:
    return query if weight == 1.0 else q.Bool(must=[query], boost=weight)


def _flat(query: Query, boost: float) -> Query:
    """Counts the same for every product that it finds."""
    return q.ConstantScore(filter=query, boost=boost)
