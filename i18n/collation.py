"""Names in the order in which readers of a language look for them.

There is no ICU among the packages: none that can collate has a wheel. What is done instead, language by language:

- Vietnamese: the alphabet a ă â b c d đ e ê …, tones only between words otherwise equal (huyền, hỏi, ngã, sắc, nặng).
- Chinese: by pinyin and tone, character by character, each in its commonest reading; the readings of 41,923 characters
  are the data of the package ``pypinyin``. A character with several readings may stand where its other one would.
- Japanese: kana in their order, hiragana and katakana alike. Kanji have no reading of their own, and a name does not
  say which one is meant: they stand in the order of JIS X 0208, as in CLDR, whose common 2,965 are arranged by their
  usual reading and the rest by radical; what that standard lacks comes last.
- Korean: hangul in its order ㄱ ㄴ ㄷ, which is that of Unicode.
- Dutch, Italian, English: letters without marks, then with them.

Latin script stands before the others everywhere.
"""

import json
import unicodedata
from array import array
from collections.abc import Callable, Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

from i18n.text import fold, is_cjk

Item = TypeVar("Item")
SortKey = tuple[str, str, str]
_VIETNAMESE_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_VIETNAMESE_ORDER = {letter: chr(ord("a") + place) for place, letter in enumerate(_VIETNAMESE_ALPHABET)}
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}  # huyền hỏi ngã sắc nặng
_KATAKANA_TO_HIRAGANA = {ord("ァ") + place: ord("ぁ") + place for place in range(ord("ヶ") - ord("ァ") + 1)}
_PINYIN_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
_HAN, _LAST = "\ue000", "\uf8ff"
"""Private characters: after every letter, and after everything."""


def collated(items: Iterable[Item], language: str, name: Callable[[Item], str]) -> list[Item]:
    """The items in the order of their names."""
    return sorted(items, key=lambda item: sort_key(name(item), language))


def sort_key(text: str, language: str) -> SortKey:
    """What to compare names by; each part is plain text, so that an index may compare the first two by code point."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    if language == "vi":
        primary, tones = _vietnamese(plain)
        return primary, tones, text
    if language.startswith("zh"):
        return "".join(map(_by_pinyin, fold(text))), plain, text
    if language == "ja":
        return "".join(map(_by_jis, fold(text).translate(_KATAKANA_TO_HIRAGANA))), plain, text
    return fold(text), plain, text


def _vietnamese(plain: str) -> tuple[str, str]:
    primary: list[str] = []
    tones: list[str] = []
    for character in unicodedata.normalize("NFC", plain):
        tone, untoned = "0", character
        for mark, rank in _TONES.items():
            parts = unicodedata.normalize("NFD", character)
            if mark in parts:
                tone, untoned = rank, unicodedata.normalize("NFC", parts.replace(mark, ""))
        primary.append(_VIETNAMESE_ORDER.get(untoned, untoned))
        tones.append(tone)
    return "".join(primary), "".join(tones)


@cache
def _by_pinyin(character: str) -> str:
    """桌 -> ``zhuo1`` behind a mark that puts it after every letter."""
    if not is_cjk(character):
        return character
    numbers, readings = _readings()
    reading = readings[numbers[ord(character)]] if ord(character) < len(numbers) else ""
    return _HAN + _toned(reading) if reading else _LAST + character


def _toned(reading: str) -> str:
    """``lǜ`` -> ``lv4``: the tone last, so that a shorter syllable comes first; the neutral tone is the fifth."""
    tone = "5"
    letters: list[str] = []
    for part in unicodedata.normalize("NFD", reading):
        if part in _PINYIN_TONES:
            tone = _PINYIN_TONES[part]
        elif part == "\u0308":
            letters[-1] = "v"
        elif not unicodedata.combining(part):
            letters.append(part)
    return "".join(letters) + tone


@cache
def _readings() -> "tuple[array[int], list[str]]":
    """The commonest reading of each code point: its number (0: none), and the readings by number.

    The data of the package without its code, which would take 60 MB; as the file has it, 7 MB would stay.
    """
    found = find_spec("pypinyin")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("pypinyin, whose readings Chinese names are sorted by, is not installed")
    path = Path(found.submodule_search_locations[0]) / "pinyin_dict.json"
    given: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    known = {"": 0}
    numbers = array("H", bytes(2 * (max(map(int, given)) + 1)))
    for code_point, several in given.items():
        numbers[int(code_point)] = known.setdefault(several.split(",")[0], len(known))
    return numbers, list(known)


@cache
def _by_jis(character: str) -> str:
    if not is_cjk(character) or "\u3040" <= character <= "\u30ff":
        return character
    try:
        high, low = character.encode("euc_jp")
    except (UnicodeEncodeError, ValueError):
        return _LAST + character
    return chr(0xE000 + (high - 0xA1) * 94 + (low - 0xA1) - 15 * 94) if high >= 0xB0 else _LAST + character
