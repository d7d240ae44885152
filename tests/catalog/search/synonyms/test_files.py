"""Every language has its file of synonyms, and each file says what its README allows."""

import tomllib
from collections import Counter
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from i18n.languages import LANGUAGES
from i18n.text import fold, is_cjk
from marketplace.settings.base import CHECKOUT_ROOT

FOLDER = CHECKOUT_ROOT / "catalog" / "search" / "synonyms"
FILES = sorted(FOLDER.glob("*.toml"))


def test_each_language_has_a_file() -> None:
    assert {path.stem for path in FILES} == set(LANGUAGES)


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_well_formed(path: Path) -> None:
    stated = _read(path)
    assert set(stated) == {"equivalent", "one_way"}
    assert len(stated["equivalent"]) >= 80
    for rule in stated["one_way"]:
        assert set(rule) == {"from", "to"}
        assert fold(rule["from"]) not in map(fold, rule["to"])
    for line in stated["equivalent"]:
        assert len(line) >= 2, line
    phrases = [*chain.from_iterable(stated["equivalent"])]
    phrases += [*chain.from_iterable([rule["from"], *rule["to"]] for rule in stated["one_way"])]
    for phrase in phrases:
        assert phrase == " ".join(phrase.split()).lower(), phrase
        assert 1 <= len(phrase.split()) <= 4, phrase


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_line_says_nothing_twice(path: Path) -> None:
    for line in _read(path)["equivalent"]:
        assert not [text for text, times in Counter(map(fold, line)).items() if times > 1], line


def test_chinese_is_simplified_and_korean_never_a_lone_syllable() -> None:
    chinese = [*chain.from_iterable(_read(FOLDER / "zh-Hans.toml")["equivalent"])]
    assert not [phrase for phrase in chinese if set(phrase) & set("門車櫃燈籠書臺樓龍鳥魚馬長")]
    korean = [*chain.from_iterable(_read(FOLDER / "ko.toml")["equivalent"])]
    assert not [phrase for phrase in korean if len(phrase) == 1 and is_cjk(phrase)]
