"""Words without their plural or adjective ending: light rules that a dictionary is not needed for.

They only have to bring the forms of one word together (``tavolo``, ``tavoli`` -> ``tavol``); what comes out need not be
a word. Vietnamese doesn't inflect; Korean and Japanese are treated in `catalog.search.analyzer`.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType

from catalog.search.dutch_compounds import dutch_parts

_SHORTEST = 4
_ENGLISH_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth", "mice": "mouse",
    "geese": "goose", "leaves": "leaf", "lenses": "lens", "shoes": "shoe", "toes": "toe", "canoes": "canoe",
    "buses": "bus", "gases": "gas", "mens": "man", "womens": "woman", "childrens": "child", "news": "news",
}  # fmt: skip
_ENGLISH_F = re.compile(r"(kni|wi|li)ves$")
_ENGLISH_LF = re.compile(r"(shel|lea|loa|cal|hal|wol|scar|hoo|thie|dwar)ves$")
_DUTCH_S = re.compile(r"(?:el|em|en|er|or|um|eur|aar|erd|ard|ing|ie|je|[aiouy]|[^e]e)s$")
_DUTCH_IRREGULAR = {"kinderen": "kind", "eieren": "ei", "lades": "lad"}
_VOWELS = "aeiouy"


@lru_cache(maxsize=65_536)
def compound_parts(word: str, language: str) -> tuple[str, ...]:
    """What a Dutch compound is made of; empty in other languages and for simple words."""
    return dutch_parts(word) if language == "nl" and word.isascii() else ()


@lru_cache(maxsize=65_536)
def base_form(word: str, language: str) -> str:
    """The folded word without its ending, by the rules of the language; unchanged where there are none for it."""
    rules = _RULES.get(language)
    return rules(word) if rules is not None and len(word) >= 3 and word.isascii() and word.isalpha() else word


def _english(word: str) -> str:
    if word in _ENGLISH_IRREGULAR:
        return _ENGLISH_IRREGULAR[word]
    if len(word) < _SHORTEST or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if _ENGLISH_F.search(word):
        return word[:-3] + "fe"
    if _ENGLISH_LF.search(word):
        return word[:-3] + "f"
    if word.endswith("ies") and len(word) > _SHORTEST:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes", "oes")):
        return word[:-2]
    return word[:-1]


def _dutch(word: str) -> str:
    """``vazen`` and ``vaas`` -> ``vas``; ``witte`` -> ``wit``; ``kussens`` and ``kussen`` -> ``kus``."""
    if word in _DUTCH_IRREGULAR:
        return _DUTCH_IRREGULAR[word]
    if len(word) >= _SHORTEST and _DUTCH_S.search(word):
        word = word[:-1]
    for ending in ("en", "e"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= 3 and not stem.endswith("e") and any(v in stem for v in _VOWELS):
            word = stem
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in _VOWELS:
        word = word[:-1]
    word = word[:-1] + {"v": "f", "z": "s"}.get(word[-1], word[-1])
    return re.sub(r"([aeou])\1([^aeiouy])$", r"\1\2", word)


def _italian(word: str) -> str:
    """``banco``, ``banchi`` -> ``banc``; ``sedia``, ``sedie`` -> ``sed``."""
    for endings in ("aeou", "i"):
        if len(word) > 3 and word[-1] in endings:
            word = word[:-1]
    if len(word) > 3 and word.endswith(("ch", "gh")):
        word = word[:-1]
    return word


_RULES: Mapping[str, Callable[[str], str]] = MappingProxyType({"en": _english, "nl": _dutch, "it": _italian})
INFLECTED = frozenset(_RULES)
"""Languages with rules."""
