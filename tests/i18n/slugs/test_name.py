import pytest

from i18n.slugs.name import BUDGET, slug_of_name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Bàn ăn gỗ sồi, 6 chỗ", "ban-an-go-soi-6-cho"),
        ("Geïsoleerde lunchtas — 20 %", "geisoleerde-lunchtas-20"),
        ("Copri-cuscino d'arredo", "copri-cuscino-d-arredo"),
        ("橡木餐桌（六人）", "橡木餐桌-六人"),
        ("ｶｼｭｰﾅｯﾂ 500g", "カシューナッツ-500g"),
        ("참나무 6인용 식탁", "참나무-6-인용-식탁"),
        ("!!!", ""),
    ],
)
def test_a_name_as_part_of_an_address(name: str, expected: str) -> None:
    assert slug_of_name(name) == expected


def test_it_is_cut_between_words_and_a_single_long_word_within() -> None:
    assert slug_of_name("go " * 100) == "-".join(["go"] * 40)
    assert slug_of_name("x" * 500) == "x" * BUDGET
    assert slug_of_name("家" * 500) == "家" * (BUDGET // 3)
