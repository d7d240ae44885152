"""A name as screening compares it: words in plain Latin letters, without what says nothing about who it is."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from anyascii import anyascii

_WORD = re.compile(r"[a-z0-9]+")
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}")
_RUN_OF_SYLLABLES = re.compile(r"(?<=[a-z])(?=[A-Z])")
_VIETNAMESE = str.maketrans({"Đ": "D", "đ": "d"})


@cache
def _legal_forms() -> frozenset[str]:
    text = (Path(__file__).parent / "legal_forms.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["words"])


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, transliterated, in order: ``Công ty TNHH Gỗ Sông Bé`` -> go, song, be.

    Any script: ``Иван Петров`` -> ivan, petrov; ``山田太郎`` -> shan, tian, tai, lang (by the characters' Chinese
    reading, which is how the lists' own Latin names of Japanese people are *not* written: those carry a Latin name).
    A name of nothing but legal forms keeps them.
    """
    latin = _RUN_OF_SYLLABLES.sub(" ", anyascii(name.translate(_VIETNAMESE))) if not name.isascii() else name
    plain = _DOTTED.sub(lambda match: match[0].replace(".", ""), latin.casefold().replace("'", ""))
    words = _WORD.findall(plain)
    telling = tuple(word for word in words if word not in _legal_forms())
    return telling or tuple(words)
