"""Yes and no in the words of every language of the marketplace."""

import pytest

from catalog.products.bulk_import.yes_or_no import read_flag


@pytest.mark.parametrize(
    "word", ["Có", "co", "đúng", "Yes", "ja", "Sì", "si", "是", "はい", "예", "네", " X ", "✓", "1"]
)
def test_yes(word: str) -> None:
    assert read_flag(word) is True


@pytest.mark.parametrize("word", ["Không", "sai", "NO", "nee", "否", "いいえ", "아니요", "아니오", "-", "0"])
def test_no(word: str) -> None:
    assert read_flag(word) is False


@pytest.mark.parametrize("word", ["", "maybe", "có thể", "2"])
def test_anything_else_is_neither(word: str) -> None:
    assert read_flag(word) is None
