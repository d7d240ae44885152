import pytest

from catalog.search.analyzer import Group, exact_words, groups, tokens, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đồ gỗ, SƠN MÀI!", "do go son mai"),
        ("hòa hoà", "hoa hoa"),
        ("木製家具", "木製 製家 家具"),
        ("ランタン", "ラン ンタ タン"),
        ("がかぎ", "がか かぎ"),
        ("식탁은 가구", "식탁 탁은 가구"),
        ("椅", "椅"),
        ("tray漆12cm", "tray 漆 12cm"),
        ("ＡＢＣ ﬁne", "abc fine"),
        ("snake_case a-b", "snake case a b"),
        ("", ""),
        ("!!! — …", ""),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert " ".join(tokens(text)) == expected


def test_marks_are_kept_in_the_exact_form_however_they_were_typed() -> None:
    assert list(exact_words("Bàn ĂN 椅")) == ["bàn", "ăn"]
    assert list(exact_words("Ba\u0300n")) == ["bàn"]
    assert list(words("Bàn 椅 ăn")) == ["ban", "an"]


def test_queries_are_words_and_runs() -> None:
    assert groups("bàn 木製家具") == [Group(("ban",), False), Group(("木製", "製家", "家具"), True)]
    assert groups("식탁은")[0].alternative == ("식탁",)
    assert groups("가구는")[0].alternative == ("가구",)
    assert groups("식은")[0].alternative == ()
    assert len(groups("a " * 50)) == 12
    assert len(groups("x" * 500)[0].tokens[0]) == 60
