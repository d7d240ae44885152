"""Texts as words and codes: nothing is lost by cutting them up."""

import html

from hypothesis import given
from hypothesis import strategies as st

from catalog.products.description import sanitised
from i18n.markup.tokens import Part, blocks, codes, joined, tokens, words
from i18n.subjects import Markup

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60)
HTML = st.lists(
    st.one_of(
        TEXT.map(lambda text: html.escape(text, quote=False)),
        st.sampled_from(["<p>", "</p>", "<b>", "</b>", "<br>", "<ul><li>", "</li></ul>"]),
    ),
    max_size=12,
).map("".join)


@given(HTML)
def test_formatted_text_comes_back(text: str) -> None:
    stored = sanitised(text)
    again = joined(tokens(stored, Markup.HTML), Markup.HTML)
    assert html.unescape(again) == html.unescape(stored)
    assert sanitised(again) == sanitised(stored)


@given(TEXT)
def test_plain_text_comes_back(text: str) -> None:
    assert joined(tokens(text, Markup.LINES), Markup.LINES) == text


def test_pairs_find_each_other_and_the_rest_stands_alone() -> None:
    found = tokens("<p>a <b>b</b><br></i>{count}</p>", Markup.HTML)
    kinds = [(token.part, token.name) for token in found]
    assert kinds == [
        (Part.OPEN, "p"), (Part.WORDS, ""), (Part.OPEN, "b"), (Part.WORDS, ""), (Part.CLOSE, "b"),
        (Part.SINGLE, "br"), (Part.SINGLE, "i"), (Part.SINGLE, ""), (Part.CLOSE, "p"),
    ]  # fmt: skip
    assert found[0].pair == 8 and found[4].pair == 2


def test_words_and_blocks() -> None:
    text = "<p>Ghế <b>sồi</b> &amp; bàn</p><ul><li>Một</li><li>Hai</li></ul>"
    assert blocks(text, Markup.HTML) == ["Ghế sồi & bàn", "Một", "Hai"]
    assert words(text, Markup.HTML) == "Ghế sồi & bàn Một Hai"
    assert codes(text, Markup.HTML)["<b>"] == 1 and "<p>" not in codes(text, Markup.HTML)
    assert words("1 < 2 <b>", Markup.LINE) == "1 < 2 <b>"
