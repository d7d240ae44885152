import pytest

from i18n import messages
from i18n.languages import LANGUAGES
from i18n.messages import (
    gettext,
    gettext_noop,
    ngettext,
    ngettext_noop,
    npgettext,
    pgettext,
    placeholders,
    read_catalog,
)

PO = """
msgid ""
msgstr ""
"Language: {code}\\n"
"Plural-Forms: nplurals={forms}; plural={plural};\\n"
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Cart"
msgstr "Winkelwagen"

msgctxt "verb"
msgid "Order"
msgstr "Bestellen"

msgid "Order"
msgstr "Bestelling"

#, fuzzy
msgid "Guess"
msgstr "Misschien"

msgid "Untouched"
msgstr ""

msgid "Hello %(name)s"
msgstr "Dag %(name)s"

msgid "Wrong %(name)s"
msgstr "Fout %(naam)s"

msgid "%(share)s %% off"
msgstr "%(share)s %% korting"

msgid "%(count)s box"
msgid_plural "%(count)s boxes"
{boxes}

msgctxt "paper"
msgid "%(count)s sheet"
msgid_plural "%(count)s sheets"
{sheets}
"""


def two(one, many):
    return f'msgstr[0] "%(count)s {one}"\nmsgstr[1] "%(count)s {many}"'


@pytest.fixture
def dutch(tmp_path, monkeypatch):
    path = tmp_path / "messages.po"
    texts = {"boxes": two("doos", "dozen"), "sheets": two("vel", "vellen")}
    path.write_text(PO.format(code="nl", forms=2, plural="(n != 1)", **texts), encoding="utf-8")
    known = read_catalog(path, "nl")
    monkeypatch.setattr(messages, "catalog", lambda code: known)
    return known


def test_texts_are_translated_and_filled(dutch):
    assert gettext("nl", "Cart") == "Winkelwagen"
    assert gettext("nl", "Hello %(name)s", name="Hoa") == "Dag Hoa"
    assert gettext("nl", "%(share)s %% off", share=10) == "10 % korting"


def test_a_context_tells_two_meanings_apart(dutch):
    assert gettext("nl", "Order") == "Bestelling"
    assert pgettext("nl", "verb", "Order") == "Bestellen"
    assert pgettext("nl", "unknown", "Order") == "Order"


@pytest.mark.parametrize("msgid", ["Untouched", "Guess", "Nowhere"])
def test_what_is_not_translated_is_shown_in_english(dutch, msgid):
    assert gettext("nl", msgid) == msgid


def test_a_translation_with_a_placeholder_of_its_own_is_not_shown(dutch):
    assert gettext("nl", "Wrong %(name)s", name="Hoa") == "Wrong Hoa"


@pytest.mark.parametrize("text", ["Hallo %(name)s", "100% sure", "half %", "%d %s"])
def test_a_missing_parameter_or_a_lone_percent_never_fails(dutch, text):
    assert gettext("nl", text) == text


@pytest.mark.parametrize(("n", "text"), [(0, "0 dozen"), (1, "1 doos"), (2, "2 dozen"), (-1, "-1 doos")])
def test_plural_forms_of_dutch(dutch, n, text):
    assert ngettext("nl", "%(count)s box", "%(count)s boxes", n) == text


def test_the_number_can_be_given_already_written(dutch):
    assert ngettext("nl", "%(count)s box", "%(count)s boxes", 1200, count="1.200") == "1.200 dozen"
    assert npgettext("nl", "paper", "%(count)s sheet", "%(count)s sheets", 2) == "2 vellen"


def test_untranslated_plurals_are_english(dutch):
    assert ngettext("nl", "%(num)s day", "%(num)s days", 1) == "1 day"
    assert ngettext("nl", "%(num)s day", "%(num)s days", 3) == "3 days"


def test_vietnamese_has_one_form(tmp_path, monkeypatch):
    path = tmp_path / "messages.po"
    texts = {"boxes": 'msgstr[0] "%(count)s hộp"', "sheets": 'msgstr[0] "%(count)s tờ"'}
    path.write_text(PO.format(code="vi", forms=1, plural="0", **texts), encoding="utf-8")
    known = read_catalog(path, "vi")
    monkeypatch.setattr(messages, "catalog", lambda code: known)
    assert [ngettext("vi", "%(count)s box", "%(count)s boxes", n) for n in (1, 5)] == ["1 hộp", "5 hộp"]


def test_markers_change_nothing():
    assert gettext_noop("Cart") == "Cart"
    assert ngettext_noop("%(count)s box", "%(count)s boxes") == ("%(count)s box", "%(count)s boxes")


def test_placeholders_are_seen():
    assert placeholders("%(count)s of %(total)d, 5 %%") == {"(count)s", "(total)d"}
    assert placeholders("trailing %") == {"None"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_a_catalog_that_reads(code):
    assert gettext(code, "a text that no catalog has, %(name)s", name="Hoa") == "a text that no catalog has, Hoa"
