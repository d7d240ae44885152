"""Text across scripts: folding for search, and slugs. Vietnamese and CJK are at home here."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# Letters that have no decomposition in Unicode although people type them without their stroke.
_STROKES = {"đ": "d", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
_CJK = (
    "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"  # Han
    "\u3040-\u30ff\u31f0-\u31ff"  # kana
    "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"  # hangul
)
_FIRST_CJK = "\u1100"
_IS_CJK = re.compile(f"[{_CJK}]")
_RUN = re.compile(f"[{_CJK}]+|[^\\W{_CJK}_]+")


def is_cjk(text: str) -> bool:
    """Whether a Han, kana or hangul character is in the text: scripts that put no spaces between words."""
    return _IS_CJK.search(text) is not None


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """The words of a text with whether they are CJK; a CJK run is not divided: ``漆tray`` -> 漆, tray."""
    for word in _RUN.findall(text):
        yield word, word[0] >= _FIRST_CJK and _IS_CJK.match(word) is not None


@lru_cache(maxsize=8192)
def _folded(character: str) -> tuple[str, bool]:
    """The character without the marks that Latin letters carry, and whether it is a Latin letter."""
    base = unicodedata.normalize("NFD", character)[0]
    if "LATIN" not in unicodedata.name(base, ""):
        return character, False
    return _STROKES.get(base, base), True


class _Folding(dict[int, str]):
    """Characters as they are compared, filled as they are met."""

    def __missing__(self, code: int) -> str:
        self[code] = _folded(chr(code))[0]
        return self[code]


_FOLDED = _Folding()
_COMBINING = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u3099\u309a]")


def fold(text: str) -> str:
    """Text as people compare it: compatibility forms unified, lower case, Latin letters without marks.

    ``Bàn gỗ Đồng Nai`` -> ``ban go dong nai``. Marks of other scripts stay, since they make other
    letters there: kana keep their dakuten (が is not か), hangul its syllables.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    if plain.isascii():
        return plain
    plain = unicodedata.normalize("NFC", plain)
    if _COMBINING.search(plain) is None:
        return plain.translate(_FOLDED)
    kept: list[str] = []
    after_latin = False
    for character in plain:
        if unicodedata.combining(character):
            kept.append("" if after_latin else character)
            continue
        folded, after_latin = _folded(character)
        kept.append(folded)
    return "".join(kept)


_NOT_SLUG_ASCII = re.compile(r"[^a-z0-9]+")


def slugify(text: str, fallback: str = "", *, max_length: int = 80) -> str:
    """ASCII words for an address: ``Ghế gỗ Đồng Kỵ`` -> ``ghe-go-dong-ky``.

    Where nothing ASCII remains the fallback is taken; without one, the words stay in their own
    script. Never longer than ``max_length``, cut between words when it can be.
    """
    slug = _NOT_SLUG_ASCII.sub("-", fold(text)).strip("-") or fallback or "-".join(run for run, _ in runs(fold(text)))
    if len(slug) <= max_length:
        return slug
    head, _, _ = slug[: max_length + 1].rpartition("-")
    return head or slug[:max_length]
