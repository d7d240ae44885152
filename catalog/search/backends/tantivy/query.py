"""What was typed as a query of the engine, built from objects: nothing a buyer types is parsed as a query language.

Ranking, from strong to weak (disclosed to buyers, see `catalog.search.search_products`): every word must be found; in
the name counts three times, in material, seller or category twice, in the description once; in the reader's language
four times what it counts in another; words next to each other in the name add to it, as do words with exactly the typed
marks, and most of all the whole name.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from tantivy import Occur, Query, Schema, Searcher

from catalog.search import weights
from catalog.search.analyzer import exact_words, pairs, split
from catalog.search.backends.tantivy.entries import whole_exact, whole_name
from catalog.search.backends.tantivy.schema import in_language
from catalog.search.codes import code_key, gtin_key, hs_key, may_be_code
from catalog.search.inflection import base_form
from catalog.search.understand import All, Any, Meaning, Phrase, understand
from i18n.languages import LANGUAGES, fallback_chain

_WEIGHTS = weights.PARTS
_TIE = 0.1
_OWN, _FALLBACK, _FOREIGN = weights.OWN_LANGUAGE, weights.FALLBACK_LANGUAGE, weights.OTHER_LANGUAGE
_CODE, _WHOLE, _TOGETHER, _MARKS = weights.CODE, weights.WHOLE_NAME, weights.TOGETHER, weights.EXACT_MARKS
_LEAST_HS_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Leniency:
    """How far a word may be from what is written."""

    prefix: bool = False
    """The last word may be the beginning of one."""
    compound: bool = False
    """Words of four letters or more may be the end of a longer one, as in Dutch: ``tafel`` in ``eettafel``."""
    fuzzy: bool = False
    """Words of four letters or more may have one mistake, of seven or more two."""
    loose: bool = False
    """Of a CJK run half the pairs will do, of several words half of them."""


STEPS = (
    Leniency(),
    Leniency(prefix=True),
    Leniency(prefix=True, compound=True),
    Leniency(prefix=True, fuzzy=True),
    Leniency(compound=True, fuzzy=True, loose=True),
    Leniency(loose=True),
)
UNKNOWN_WORDS, KNOWN_WORDS = (0, 1, 2, 3, 4), (0, 1, 2, 5)
"""The steps tried in turn until something is found. Words that are all known are not taken for misspelt."""


class TextQuery:
    """One request's words."""

    def __init__(self, schema: Schema, text: str, language: str) -> None:
        self._schema, self._text, self._language = schema, text, language
        self._meaning = understand(text, language)
        own = language if language in LANGUAGES else "en"
        near = fallback_chain(own)
        self._languages = [
            (each, _OWN if each == own else _FALLBACK if each in near else _FOREIGN) for each in LANGUAGES
        ]

    def query(self, leniency: Leniency) -> Query:
        """Finds nothing where there is no word."""
        parts = self._meaning.parts
        if not parts:
            return Query.empty_query()
        if leniency.loose and len(parts) > 1:
            wanted = [(Occur.Should, self._compiled(part, leniency)) for part in parts]
            words = Query.boolean_query(wanted, minimum_number_should_match=len(parts) // 2)
        else:
            words = Query.boolean_query([(Occur.Must, self._compiled(part, leniency)) for part in parts])
        helpful = [self._compiled(part, Leniency()) for part in self._meaning.helpful]
        found = Query.boolean_query(
            [(Occur.Must, words), *((Occur.Should, bonus) for bonus in self._bonuses + helpful)]
        )
        codes = self._codes
        return found if codes is None else Query.disjunction_max_query([codes, found])

    def _compiled(self, meaning: Meaning, leniency: Leniency) -> Query:
        if isinstance(meaning, All):
            return Query.boolean_query([(Occur.Must, self._compiled(part, leniency)) for part in meaning.parts])
        if isinstance(meaning, Any):
            return Query.disjunction_max_query(
                [Query.boost_query(self._compiled(each, leniency), weight) for weight, each in meaning.choices], _TIE
            )
        return self._run(meaning, leniency) if meaning.is_cjk else self._words(meaning, leniency)

    def _run(self, phrase: Phrase, leniency: Leniency) -> Query:
        (run,) = phrase.words
        found = pairs(run)
        if leniency.loose and len(found) > 1:
            each = [(Occur.Should, self._fields((pair,))) for pair in found]
            return Query.boolean_query(each, minimum_number_should_match=max(1, len(found) // 2))
        if len(run) > 1:
            return self._fields(found)
        return Query.disjunction_max_query([self._fields(found), Query.term_query(self._schema, "word", run)], _TIE)

    def _words(self, phrase: Phrase, leniency: Leniency) -> Query:
        meant = self._fields(phrase.words)
        if len(phrase.words) > 1:
            return meant
        (word,) = phrase.words
        near: list[Query] = [meant]
        if leniency.prefix and phrase.is_last:
            near.append(Query.boost_query(Query.regex_query(self._schema, "word", f"{word}.*"), 0.5))
        if leniency.compound and len(word) >= 4:
            endings = "|".join(sorted({word, *(base_form(word, each) for each, _weight in self._languages)}))
            near.append(Query.boost_query(Query.regex_query(self._schema, "word", f".+({endings})"), 0.4))
        if leniency.fuzzy and len(word) >= 4:
            distance = 2 if len(word) >= 7 else 1
            near += [
                Query.boost_query(self._misspelt(field, word, distance), weight)
                for field, weight in (("word", 0.3), (in_language("name", self._language), 1.0))
            ]
        return meant if len(near) == 1 else Query.disjunction_max_query(near, _TIE)

    def _misspelt(self, field: str, word: str, distance: int) -> Query:
        return Query.fuzzy_term_query(self._schema, field, word, distance, transposition_cost_one=True)

    def _fields(self, words: Sequence[str]) -> Query:
        """Words that stand together, in any part of any language."""
        return Query.disjunction_max_query(
            [
                Query.boost_query(self._together(part, language, words), weight * preference)
                for language, preference in self._languages
                for part, weight in _WEIGHTS
            ],
            _TIE,
        )

    def _together(self, part: str, language: str, words: Sequence[str]) -> Query:
        field, forms = in_language(part, language), [base_form(word, language) for word in words]
        if len(forms) == 1:
            return Query.term_query(self._schema, field, forms[0])
        return Query.phrase_query(self._schema, field, list(forms))

    def is_known(self, searcher: Searcher) -> bool:
        """Whether the index has every word that is long enough to be misspelt."""
        long = [word.folded for word in split(self._text) if not word.is_cjk and len(word.folded) >= 4]
        return all(searcher.doc_freq("word", word) for word in long)

    @cached_property
    def _bonuses(self) -> list[Query]:
        found = [
            Query.const_score_query(
                Query.term_query(self._schema, "whole", whole_name(self._text, language)), _WHOLE * preference
            )
            for language, preference in self._languages
        ]
        words = list(split(self._text))
        plain = [word.folded for word in words if not word.is_cjk]
        exact = list(exact_words(self._text))
        if len(plain) > 1:
            found += [
                Query.boost_query(self._together("name", language, plain), _TOGETHER * preference / _OWN)
                for language, preference in self._languages
            ]
        if exact and exact != plain:
            whole = Query.term_query(self._schema, "whole", whole_exact(self._text))
            found.append(Query.const_score_query(whole, _WHOLE))
            typed = exact if len(exact) > 1 else exact[0]
            query = (
                Query.term_query(self._schema, "exact", typed)
                if isinstance(typed, str)
                else Query.phrase_query(self._schema, "exact", list(typed))
            )
            found.append(Query.boost_query(query, _MARKS))
        return found

    @cached_property
    def _codes(self) -> Query | None:
        """Article numbers, bar codes and tariff codes typed among the words' place: found exactly."""
        if not may_be_code(self._text):
            return None
        named = [f"s:{code_key(self._text)}", *(f"g:{key}" for key in [gtin_key(self._text)] if key)]
        found = [Query.term_set_query(self._schema, "code", named)]
        tariff = hs_key(self._text)
        if len(tariff) >= _LEAST_HS_DIGITS:
            found.append(Query.term_query(self._schema, "hs_code", tariff))
        return Query.disjunction_max_query([Query.const_score_query(query, _CODE) for query in found])


def steps_for(*, as_you_type: bool) -> tuple[Leniency, ...]:
    """While one types, the last word may be unfinished from the first step on."""
    return tuple(replace(step, prefix=True) for step in STEPS) if as_you_type else STEPS
