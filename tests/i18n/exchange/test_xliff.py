"""XLIFF 2.1 out and in: the standard's structure, and nothing lost on the way."""

import html
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.products.description import sanitised
from i18n.exchange.parse_xml import parse_xml
from i18n.exchange.read_xliff import read_xliff
from i18n.exchange.unit_in_file import FileRefused, UnitInFile
from i18n.exchange.write_xliff import write_xliff
from i18n.glossary.term import GlossaryTerm
from i18n.markup.tokens import joined, tokens
from i18n.subjects import Markup, subject_of
from i18n.translation import Translation, text_hash
from i18n.units.unit import Unit, UnitId
from tests.i18n.exchange import xliff_rules

ANY = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
TAGS = st.sampled_from(
    ["<p>", "</p>", "<strong>", "</strong>", "<em>", "</em>", "<br>", "<ul><li>", "</li></ul>", "{name}"]
)
FORMATTED = st.lists(
    st.one_of(ANY.map(lambda text: html.escape(text, quote=False)), TAGS), min_size=1, max_size=10
).map("".join)


def unit(source: str, text: str = "", field: str = "description", **about: Any) -> Unit:
    subject = subject_of("catalog.Product")
    described = subject.field(field)
    assert described is not None
    row = Translation(text=text, source="HUMAN", source_hash=text_hash(source), **about) if text else None
    id = UnitId("catalog.Product", "12", field)
    return Unit(id, subject, described, 1, "vi", "en", source, ("Ghế Sen",), "12", row)


def there_and_back(*units: Unit, terms: Any = ()) -> list[UnitInFile]:
    content = write_xliff(units, source_language="vi", language="en", reader="en", terms=terms)
    xliff_rules.check(parse_xml(content))
    file = read_xliff(content)
    assert (file.source_language, file.language) == ("vi", "en")
    return list(file.units)


@settings(max_examples=60, deadline=None)
@given(FORMATTED, FORMATTED)
def test_formatted_texts_survive(source: str, target: str) -> None:
    source, target = sanitised(source), sanitised(target)
    if source:
        [back] = there_and_back(unit(source, target))
        assert html.unescape(back.text) == html.unescape(target)
        assert back.text == joined(tokens(target, Markup.HTML), Markup.HTML)
        assert back.source_hash == text_hash(source)


@given(ANY, ANY)
def test_plain_texts_survive_to_the_letter(source: str, target: str) -> None:
    [back] = there_and_back(unit(source, target, field="name"))
    assert back.text == target
    assert back.target_hash == text_hash(target)


def test_what_a_translator_sees() -> None:
    terms = [
        GlossaryTerm(term="Sen", rule="KEEP", note="Our series"),
        GlossaryTerm(term="sồi", rule="USE", target="oak"),
    ]
    content = write_xliff(
        [unit("<p>Ghế Sen <strong>gỗ sồi</strong></p>")], source_language="vi", language="en", reader="en", terms=terms
    ).decode()
    assert '<mrk id="m1" translate="no">Sen</mrk>' in content
    assert "Keep “Sen” as it is." in content and "Our series" in content and "“oak”" in content
    assert "<strong>" not in content and "&lt;strong&gt;" in content, "tags are codes, not text"
    assert 'state="initial"' in content and "<target>" not in content


@pytest.mark.parametrize(
    ("about", "state"),
    [({}, "translated"), ({"reviewed_at": "2026-01-01"}, "reviewed")],
)
def test_states(about: dict[str, Any], state: str) -> None:
    content = write_xliff([unit("a", "b", **about)], source_language="vi", language="en", reader="en").decode()
    assert f'state="{state}"' in content


def document(unit: str, head: str = 'version="2.1" srcLang="vi" trgLang="en"', before: str = "") -> bytes:
    return f"""{before}<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" {head}>
        <file id="f1">{unit}</file></xliff>""".encode()


def test_what_other_tools_make_of_it() -> None:
    made = """<unit id="u1" name="catalog.Product/12/description"><originalData><data id="d1">&lt;b></data>
        <data id="d2">&lt;/b></data></originalData>
        <segment state="final"><source>x</source><target order="3">third <sc id="1" dataRef="d1"/>bold<ec startRef="1"
        dataRef="d2"/></target></segment><ignorable><source> </source></ignorable>
        <segment state="reviewed"><source>y</source>
        <target order="1"><mrk id="m1" translate="no">first</mrk>&amp;</target></segment></unit>"""
    [back] = read_xliff(document(made)).units
    assert back.text == "first&amp; third <b>bold</b>"
    assert back.approved and back.source_hash is None


def test_a_unit_with_an_untranslated_segment_is_not_translated() -> None:
    made = """<unit id="u1" name="catalog.Product/12/name"><segment><source>x</source><target>X</target></segment>
        <segment><source>y</source></segment></unit>"""
    assert read_xliff(document(made)).units[0].text == ""


BOMB = "<!DOCTYPE x [" + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(9)) + "]>"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no xml",
        b"\xff\xfe\x00",
        b"<a>",
        document("", before=BOMB),
        document("<x>&a;</x>", before='<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
        document("", before='<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">'),
        document("<a>" * 200 + "</a>" * 200),
        document("", head='version="1.2" srcLang="vi" trgLang="en"'),
        document("", head='version="2.1" srcLang="vi"'),
        document("", head='version="2.1" srcLang="vi" trgLang="vi"'),
        document("", head='version="2.1" srcLang="tlh" trgLang="en"'),
        b'<?xml version="1.0" encoding="no-such"?><a/>',
        b"<xliff/>",
    ],
)
def test_what_is_no_translation_file_is_refused(content: bytes) -> None:
    with pytest.raises(FileRefused):
        read_xliff(content)
