"""The columns there are and what people call them: data/columns.toml, read once."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "columns.toml"
HEADER_LANGUAGES = ("vi", "en")
HOME = "vn"
"""The market whose prices stand in the column ``price``."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A column that is always the same, or the first part of those that come per language."""

    key: str
    vi: str
    en: str
    synonyms: tuple[str, ...]
    unit: str = ""
    """What a bare number in our own files is in: ``kg`` or ``cm``."""
    texts: bool = False
    """Also stands there for other languages, as ``name.en``."""

    def header(self, language: str) -> str:
        """What our own files call it, ``vi`` or ``en``."""
        return self.vi if language == "vi" else self.en


@dataclass(frozen=True, slots=True)
class Vocabulary:
    kinds: Mapping[str, Kind]
    """By key, in the order of templates and exports."""
    key_of: Mapping[str, str]
    """Synonym -> key."""
    precedence: Mapping[str, int]
    """Synonym -> how clear it is, 0 being clearest."""
    markets: Mapping[str, str]
    """Word -> market's slug."""
    languages: Mapping[str, str]
    """Word -> language."""


@cache
def vocabulary() -> Vocabulary:
    with DATA.open("rb") as file:
        data = tomllib.load(file)
    kinds = [Kind(**{**row, "synonyms": tuple(row["synonyms"])}) for row in data["column"]]
    pairs = [(synonym, kind.key, place) for kind in kinds for place, synonym in enumerate(kind.synonyms)]
    return Vocabulary(
        kinds={kind.key: kind for kind in kinds},
        key_of={synonym: key for synonym, key, _place in pairs},
        precedence={synonym: place for synonym, _key, place in pairs},
        markets=_by_word(data["markets"]),
        languages=_by_word(data["languages"]),
    )


def _by_word(words: Mapping[str, list[str]]) -> dict[str, str]:
    return {word: code for code, spellings in words.items() for word in spellings}
