"""Names stand where readers of each language look for them."""

import pytest

from i18n.collation import collated, sort_key
from i18n.formatting import country_name


@pytest.mark.parametrize(
    ("language", "in_order"),
    [
        ("vi", "an ăn âm ba bà bả bã bá bạ bánh dừa đào êm ổi ông ơn"),
        ("nl", "Azië één eend Zeeland"),
        ("it", "caffè cassa ciò città"),
        ("en", "Ao apple naïve Naples"),
        ("zh-Hans", "A 茶 橱 旅 绿 榫 碗 椅 柚木 桌"),
        ("ja", "A ア い テ 椅子 家具 机 漆 木"),
        ("ko", "Z 가구 나무 책상"),
    ],
)
def test_the_order_of_a_language(language: str, in_order: str) -> None:
    words = in_order.split()
    assert collated(reversed(words), language, str) == words


def test_a_syllable_stands_before_a_longer_one_and_tones_count_within_it() -> None:
    assert collated(["暗", "安", "阿", "昂"], "zh-Hans", str) == ["阿", "安", "暗", "昂"]


def test_hiragana_and_katakana_are_alike_and_unknown_characters_last() -> None:
    assert sort_key("イス", "ja")[0] == sort_key("いす", "ja")[0]
    for language in ("zh-Hans", "ja"):
        assert collated(["\U00031340", "椅", "!"], language, str)[-1] == "\U00031340"


def test_items_are_sorted_by_their_names() -> None:
    codes = ["VN", "AT", "DE"]
    assert collated(codes, "vi", lambda code: country_name(code, "vi")) == ["AT", "DE", "VN"]
    assert collated(codes, "nl", lambda code: country_name(code, "nl")) == ["DE", "AT", "VN"]
    assert collated([], "ja", str) == []
