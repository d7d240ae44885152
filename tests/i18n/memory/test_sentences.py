"""Texts as sentences, and pairs of sentences."""

from i18n.memory.sentences import pairs, sentences
from i18n.subjects import Markup


def test_sentences() -> None:
    assert sentences("<p>Gỗ sồi. Làm tay! Đẹp?</p><p>Bền</p>", Markup.HTML) == ["Gỗ sồi.", "Làm tay!", "Đẹp?", "Bền"]
    assert sentences("漆器です。手作りです！", Markup.LINE) == ["漆器です。", "手作りです！"]
    assert sentences("Ở TP. Thủ Dầu Một. Giá 1.5 triệu.", Markup.LINE) == ["Ở TP. Thủ Dầu Một.", "Giá 1.5 triệu."]
    assert sentences("a\n\nb", Markup.LINES) == ["a", "b"]
    assert sentences("", Markup.HTML) == []


def test_pairs_only_where_the_two_run_alongside() -> None:
    assert pairs("<p>Một. Hai.</p><p>Ba.</p>", "<p>One. Two.</p><p>Three.</p>", Markup.HTML) == [
        ("Một.", "One."), ("Hai.", "Two."), ("Ba.", "Three."),
    ]  # fmt: skip
    assert pairs("Một. Hai.", "One, two.", Markup.LINE) == [("Một. Hai.", "One, two.")]
    assert pairs("<p>Một.</p><p>Hai.</p>", "<p>One. Two.</p>", Markup.HTML) == []
