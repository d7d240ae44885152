"""A firm's name as it sounds in Latin letters, so that spellings and scripts can be compared.

``广州木华家具有限公司`` and ``Guangzhou Muhua Furniture Co., Ltd`` are both ``guangzhoumuhua`` at their core: the
company's form is dropped (`firm_key`), then the words for a trade, and what is left is written in Latin letters
(anyascii: pinyin for Han, so that Japanese names in kanji meet their Latin spelling only by chance; kana and hangul as
they sound).
"""

import re
from dataclasses import dataclass

from anyascii import anyascii
from rapidfuzz import fuzz

from marketplace.expo.firm_name import firm_key

_TRADE_WORDS = (
    "thuong mai dich vu",
    "xuat nhap khau",
    "thuong mai",
    "dich vu",
    "san xuat",
    "che bien",
    "dau tu",
    "noi that",
    "do go",
    "my nghe",
    "viet nam",
    "international",
    "manufacturing",
    "production",
    "industries",
    "industrial",
    "industry",
    "furniture",
    "trading",
    "trade",
    "import export",
    "import",
    "export",
    "service",
    "services",
    "group",
    "vietnam",
    "and",
    "va",
    "xnk",
    "sx",
    "tm",
    "dv",
)
_EAST_ASIAN_TRADE_WORDS = (
    "进出口",
    "進出口",
    "贸易",
    "貿易",
    "商贸",
    "家具",
    "家居",
    "实业",
    "工业",
    "集团",
    "国际",
    "製作所",
    "製造",
    "工業",
    "産業",
    "商事",
    "物産",
    "가구",
    "산업",
    "무역",
    "상사",
    "공업",
)
_TRADE = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(_TRADE_WORDS, key=len, reverse=True))})(?!\w)")
_EAST_ASIAN_TRADE = re.compile("|".join(_EAST_ASIAN_TRADE_WORDS))
_SHORTEST = 4
_LONG_WORD = 6
_WORD_ALIKE = 80


@dataclass(frozen=True, slots=True)
class Spelling:
    """``core`` is the words without the trade, run together; ``numbers`` tells firms of one name apart."""

    words: tuple[str, ...]
    core: str
    numbers: tuple[str, ...]


def spelling(name: str) -> Spelling:
    """The same for every way to write the firm's form, its trade, its accents and its script."""
    key = firm_key(name)
    core = _TRADE.sub(" ", _EAST_ASIAN_TRADE.sub(" ", key)).strip() or key
    words = tuple(re.findall(r"[a-z0-9]+", anyascii(core).lower()))
    return Spelling(words, "".join(words), tuple(re.findall(r"\d+", core)))


def likeness(one: Spelling, other: Spelling) -> float:
    """From 0 to 1. Names with other numbers in them are of other firms; so are those one short word of which differs.

    ``Gỗ Minh Phát`` is not ``Gỗ Bình Phát``: a word of Vietnamese is a syllable, where one letter makes another word.
    Longer words may be spelt a little differently: ``Meubelen`` and ``Meubels``.
    """
    if one.numbers != other.numbers or min(len(one.core), len(other.core)) < _SHORTEST:
        return 0.0
    if one.core == other.core:
        return 1.0
    if len(one.words) == len(other.words):
        if not all(map(_same_word, one.words, other.words)):
            return 0.0
    elif min(len(one.words), len(other.words)) > 1:
        return 0.0
    return fuzz.ratio(one.core, other.core) / 100


def _same_word(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= _LONG_WORD and fuzz.ratio(one, other) >= _WORD_ALIKE)
