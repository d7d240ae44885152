"""How texts become tokens: the same for documents and queries.

Latin words lose case and marks (``Đồ gỗ`` -> ``do``, ``go``), so that people may type without them, and the endings of
their language (`catalog.search.inflection`); the exact form keeps the marks, so that typed marks can win. Han, kana and
hangul have no spaces, or are written with and without them: a run becomes its overlapping pairs (``木製家具`` ->
``木制``, ``制家``, ``家具``), which a query has to meet as a phrase. Traditional characters become simplified ones,
which also brings Japanese and Chinese spellings together; katakana become hiragana, and a long vowel at the end of a
katakana word is dropped.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from catalog.search.han import simplified
from catalog.search.inflection import INFLECTED, base_form, compound_parts
from i18n.text import fold, runs

LONGEST_WORD = 60
_CJK = "\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
_SPACES_IN_CJK = re.compile(f"(?<=[{_CJK}])[\\s·・‧･]+(?=[{_CJK}])")
_POSSESSIVE = re.compile(r"['’ʼ]s\b", re.IGNORECASE)
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['’ʼ](?=[^\W\d_])")
_LONG_VOWEL_LOOKALIKES = re.compile(r"(?<=[\u30a1-\u30ff])[‐‑–—―−~〜-](?=[\u30a1-\u30ff]|\b|$)")
_LAST_LONG_VOWEL = re.compile(r"(?<=[\u30a1-\u30fc]{2})ー(?![\u30a1-\u30ff])")
_KATAKANA = re.compile(r"[\u30a1-\u30f6]")
_TO_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}


@dataclass(frozen=True, slots=True)
class Words:
    """One Latin word or one CJK run: as it is compared, and as it was typed, in lower case with its marks."""

    folded: str
    typed: str
    is_cjk: bool


def normal(text: str) -> str:
    """The text folded, with what kinds of writing differ in only by habit put one way."""
    if text.isascii():
        return _without_apostrophes(text).lower()
    text = unicodedata.normalize("NFKC", text)
    has_katakana = _KATAKANA.search(text) is not None
    if has_katakana:
        text = _LONG_VOWEL_LOOKALIKES.sub("ー", text)
    plain = fold(_without_apostrophes(text))
    return simplified(_LAST_LONG_VOWEL.sub("", plain) if has_katakana else plain)


def _without_apostrophes(text: str) -> str:
    """``men's`` -> ``men``, ``dell'arte`` -> ``dell arte``."""
    if "'" not in text and "’" not in text and "ʼ" not in text:
        return text
    return _APOSTROPHE.sub(" ", _POSSESSIVE.sub("", text))


def split(text: str) -> Iterator[Words]:
    """The words and runs of a text, in order."""
    folded = list(runs(normal(text)))
    typed = [run for run, _is_cjk in runs(_with_marks(text))]
    if len(typed) != len(folded):  # folding put something together or took it apart
        typed = [run for run, _is_cjk in folded]
    for (run, run_is_cjk), marked in zip(folded, typed, strict=True):
        yield Words(run[:LONGEST_WORD], marked[:LONGEST_WORD], run_is_cjk)


def _with_marks(text: str) -> str:
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
    return _without_apostrophes(plain)


def tokens(text: str, language: str) -> list[str]:
    """What stands in the index: base forms of words, the parts of compounds behind them, and pairs."""
    found: list[str] = []
    for run, run_is_cjk in runs(without_spaces_in_cjk(normal(text))):
        if run_is_cjk:
            found += pairs(run)
        elif language not in INFLECTED:
            found.append(run[:LONGEST_WORD])
        else:
            found.append(base_form(run[:LONGEST_WORD], language))
            found += [base_form(part, language) for part in compound_parts(run, language)]
    return found


def words(text: str) -> Iterator[str]:
    """Folded words without CJK, with their endings: what may be begun or misspelt."""
    return (run[:LONGEST_WORD] for run, run_is_cjk in runs(normal(text)) if not run_is_cjk)


def exact_words(text: str) -> Iterator[str]:
    """Words in lower case with their marks, without CJK."""
    return (run[:LONGEST_WORD] for run, run_is_cjk in runs(_with_marks(text)) if not run_is_cjk)


@lru_cache(maxsize=16_384)
def pairs(run: str) -> tuple[str, ...]:
    """``椅`` -> ``椅``; ``ランタン`` -> ``らん``, ``んた``, ``たん``."""
    run = run.translate(_TO_HIRAGANA)
    return tuple(a + b for a, b in pairwise(run)) or (run,)


def without_spaces_in_cjk(text: str) -> str:
    """``木製 テーブル`` -> ``木製テーブル``: a space there means little, in Korean it is often left out."""
    return text if text.isascii() else _SPACES_IN_CJK.sub("", text)
