"""A text made ready for an engine comes back as a text, or not at all."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.products.description import sanitised
from i18n.glossary.term import GlossaryTerm
from i18n.machine_translation.shield import Broken, shield, unshield
from i18n.subjects import Markup
from tests.i18n.exchange.test_xliff import ANY, FORMATTED

TERMS = [GlossaryTerm(term="Sen", rule="KEEP"), GlossaryTerm(term="gỗ sồi", rule="USE", target="oak & more")]


@given(FORMATTED)
def test_an_engine_that_changes_nothing_gives_the_text_back(text: str) -> None:
    stored = sanitised(text)
    sent = shield(stored, Markup.HTML, [])
    assert html.unescape(unshield(sent, sent, Markup.HTML)) == html.unescape(stored)


@given(ANY, st.sampled_from([Markup.LINE, Markup.LINES]))
def test_plain_texts_too(text: str, markup: Markup) -> None:
    sent = shield(text, markup, [])
    assert unshield(sent, sent, markup) == text


def test_names_and_fixed_words_are_kept() -> None:
    sent = shield("<p>Ghế Sen <b>Gỗ sồi</b><br>{count}</p>", Markup.HTML, TERMS)
    assert sent == ("<p>Ghế <keep>Sen</keep> <b><keep>oak &amp; more</keep></b><br/><keep>{count}</keep></p>")
    received = sent.replace("Ghế", "Chair").replace("<br/>", "<br />")
    assert unshield(sent, received, Markup.HTML) == "<p>Chair Sen <b>oak &amp; more</b><br>{count}</p>"


@pytest.mark.parametrize(
    "received",
    [
        "<p>Chair Lotus <b>x</b></p>", "<p>Chair <keep>sen</keep> <b>x</b></p>", "<p>Chair <keep>Sen</keep> x</p>",
        "<p>Chair <keep>Sen</keep> <keep>Sen</keep> <b>x</b></p>",
        "<p>Chair <keep>Sen</keep> <b>x</b><script>1</script></p>",
        "<p>Chair <keep>Sen</keep> <b>x</p>", "",
    ],
)  # fmt: skip
def test_what_lost_or_gained_something_is_refused(received: str) -> None:
    sent = shield("<p>Ghế Sen <b>x</b></p>", Markup.HTML, TERMS)
    with pytest.raises(Broken):
        unshield(sent, received, Markup.HTML)
