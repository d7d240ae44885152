import pytest

from catalog.search.analyzer import Words, exact_words, normal, split, tokens, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đồ gỗ, SƠN MÀI!", "do go son mai"),
        ("hòa hoà", "hoa hoa"),
        ("木製家具", "木制 制家 家具"),
        ("木製 テーブル", "木制 制て てー ーぶ ぶる"),
        ("ランタン", "らん んた たん"),
        ("ﾗﾝﾀﾝ", "らん んた たん"),
        ("コーヒーメーカー", "こー ーひ ひー ーめ めー ーか"),
        ("コーヒーメーカ", "こー ーひ ひー ーめ めー ーか"),
        ("テ―ブル", "てー ーぶ ぶる"),
        ("がかぎ", "がか かぎ"),
        ("원목 식탁", "원목 목식 식탁"),
        ("椅", "椅"),
        ("tray漆12cm", "tray 漆 12cm"),
        ("ＡＢＣ ﬁne", "abc fine"),
        ("snake_case a-b", "snake case a b"),
        ("men's dell'arte", "man dell arte"),
        ("", ""),
        ("!!! — …", ""),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert " ".join(tokens(text, "en")) == expected


def test_words_lose_the_endings_of_their_own_language_only() -> None:
    assert list(tokens("tafels", "nl")) == ["tafel"]
    assert list(tokens("tavoli", "it")) == ["tavol"]
    assert list(tokens("tables", "en")) == ["table"]
    assert list(tokens("tables chia", "vi")) == ["tables", "chia"]
    assert list(words("tables")) == ["tables"]


def test_marks_are_kept_in_the_exact_form_however_they_were_typed() -> None:
    assert list(exact_words("Bàn ĂN 椅")) == ["bàn", "ăn"]
    assert list(exact_words("Ba\u0300n")) == ["bàn"]
    assert list(words("Bàn 椅 ăn")) == ["ban", "an"]


def test_a_query_keeps_what_was_typed_beside_what_is_compared() -> None:
    assert list(split("Bàn 木製")) == [Words("ban", "bàn", False), Words("木制", "木製", True)]
    assert len(next(split("x" * 500)).folded) == 60


def test_traditional_and_simplified_characters_are_compared_as_one() -> None:
    assert normal("實木餐桌椅 傢俱") == normal("实木餐桌椅 家具")
    assert normal("漆器托盤") == normal("漆器托盘")
