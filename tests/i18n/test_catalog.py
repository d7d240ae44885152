import dataclasses
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from i18n.catalog import catalog_text, merge, read, template_text, update
from i18n.check_messages import Finding, check, check_language
from i18n.extract_messages import extract_messages
from i18n.languages import LANGUAGES, language
from i18n.management.commands import messages
from i18n.messages import read_catalog

PYTHON = """
from i18n.messages import gettext, ngettext, ngettext_noop, pgettext
from i18n.messages import gettext_noop as _

TITLE = _("Cart")
BOXES = ngettext_noop("%(count)s box", "%(count)s boxes")
for _ in range(3):
    pass

def say(language, name, n):
    # Translators: greets a buyer
    gettext(language, "Hello %(name)s", name=name)
    gettext(language, TITLE)
    pgettext(language, "verb", "Order")
    return ngettext(language, "%(count)s box", "%(count)s boxes", n)
"""
HTML = """
<h1>{{ _("Cart") }}</h1>{% trans count=3 %}
  {{ count }} day
{% pluralize %}
  {{ count }} days
{% endtrans %}{{ pgettext("noun", "Order") }}{% do [].append(1) %}
"""
TRANSLATED = {
    "Cart": "Winkelwagen",
    "Hello %(name)s": "Dag %(name)s",
}


@pytest.fixture
def project(tmp_path) -> Path:
    for path, text in {
        "frontend/page.html": HTML,
        "orders/say.py": PYTHON,
        "orders/migrations/0001.py": "gettext_noop('never')",
        "tests/test.py": "gettext_noop('never')",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    for code in LANGUAGES:
        (tmp_path / "locale" / code).mkdir(parents=True)
    return tmp_path


def fill(project, code, **replaced):
    """Translate a catalog of the project by putting texts in, as an editor would."""
    path = project / "locale" / code / "messages.po"
    text = path.read_text(encoding="utf-8")
    for empty, full in replaced.items():
        text = text.replace(f'msgid "{empty}"\nmsgstr ""', f'msgid "{empty}"\nmsgstr "{full}"')
    path.write_text(text, encoding="utf-8")


def translate_all(project):
    update(project / "locale", project)
    for code in LANGUAGES:
        path = project / "locale" / code / "messages.po"
        known = read(path, language(code))
        for message in known:
            if message.id and code != "en":
                message.string = (message.id[-1],) * known.num_plurals if message.pluralizable else message.id
        path.write_text(catalog_text(language(code), known), encoding="utf-8")


def findings(project):
    return [(finding.where, finding.problem) for finding in check(project / "locale", project)]


def rewrite(project, code, old, new):
    path = project / "locale" / code / "messages.po"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_every_marked_text_is_found_with_its_files(project):
    found = {(message.context, message.id) for message in extract_messages(project) if message.id}
    assert found == {
        (None, "Cart"),
        (None, ("%(count)s box", "%(count)s boxes")),
        (None, "Hello %(name)s"),
        ("verb", "Order"),
        ("noun", "Order"),
        (None, ("%(count)s day", "%(count)s days")),
    }
    text = template_text(extract_messages(project))
    assert "#: frontend/page.html orders/say.py\n" in text and "#. Translators: greets a buyer" in text


def test_files_stay_the_same_when_nothing_changed_but_line_numbers(project):
    update(project / "locale", project)
    before = {path: path.read_bytes() for path in (project / "locale").rglob("*.po*")}
    (project / "orders/say.py").write_text("\n\n\n" + PYTHON, encoding="utf-8")
    update(project / "locale", project)
    assert {path: path.read_bytes() for path in before} == before and len(before) == 8


def test_translations_are_kept_and_nothing_is_guessed(project):
    update(project / "locale", project)
    fill(project, "nl", **TRANSLATED)
    changed = PYTHON.replace("Hello %(name)s", "Hello, %(name)s").replace('_("Cart")', '_("Cart"), _("Carts")')
    (project / "orders/say.py").write_text(changed, encoding="utf-8")
    update(project / "locale", project)
    texts = {message.id: message.string for message in read(project / "locale/nl/messages.po", language("nl"))}
    assert texts["Cart"] == "Winkelwagen"
    assert texts["Carts"] == "" and texts["Hello, %(name)s"] == ""
    assert "Hello %(name)s" not in texts


def test_english_is_its_own_translation_unless_edited(project):
    update(project / "locale", project)
    rewrite(project, "en", 'msgstr "Cart"', 'msgstr "Basket"')
    update(project / "locale", project)
    known = read_catalog(project / "locale/en/messages.po", "en")
    assert known.find("Cart") == "Basket"
    assert known.find("%(count)s box") == ("%(count)s box", "%(count)s boxes")


def test_a_text_that_became_a_plural_starts_afresh(project):
    template = extract_messages(project)
    known = merge(language("nl"), template, read_singular(project))
    assert {message.id: message.string for message in known}[("%(count)s box", "%(count)s boxes")] == ("", "")


def read_singular(project):
    path = project / "old.po"
    path.write_text('msgid "%(count)s box"\nmsgstr "%(count)s doos"\n', encoding="utf-8")
    return read(path, language("nl"))


def test_a_complete_set_of_catalogs_has_no_findings(project):
    translate_all(project)
    assert findings(project) == []


def test_what_is_missing_is_found(project):
    update(project / "locale", project)
    problems = findings(project)
    assert len([where for where, problem in problems if problem == "is not translated"]) == 6 * 6
    assert "en" not in {where for where, _ in problems}


@pytest.mark.parametrize(
    ("code", "old", "new", "problem"),
    [
        ("nl", 'msgstr "Cart"', 'msgstr ""', "is not translated"),
        ("nl", 'msgid "Cart"', '#, fuzzy\nmsgid "Cart"', "is marked fuzzy"),
        ("ja", 'msgstr "Hello %(name)s"', 'msgstr "%(nama)s"', "has other placeholders in '%(nama)s'"),
        ("ja", 'msgstr "Hello %(name)s"', 'msgstr "100% %(name)s"', "has other placeholders in '100% %(name)s'"),
        ("vi", 'msgstr[0] "%(count)s boxes"', 'msgstr[0] "một hộp"', "has other placeholders in 'một hộp'"),
        ("it", 'msgstr "Cart"', 'msgstr "<script>"', "has other markup in '<script>'"),
        ("ko", "nplurals=1", "nplurals=2", "declares 2 plural forms, CLDR has 1"),
        ("ko", 'msgid "Cart"', 'msgid "Gone"', "is in no source, run: messages update"),
        ("ko", 'msgid "Cart"', 'msgid "Gone"', "is missing, run: messages update"),
    ],
)
def test_what_is_wrong_is_found(project, code, old, new, problem):
    translate_all(project)
    rewrite(project, code, old, new)
    assert (code, problem) in findings(project)


def test_a_form_for_one_may_leave_the_number_out_where_english_does(project):
    source = project / "orders/say.py"
    source.write_text('from i18n.messages import ngettext_noop\nngettext_noop("one box", "%(n)s boxes")\n')
    translate_all(project)
    rewrite(project, "nl", 'msgstr[0] "%(n)s boxes"', 'msgstr[0] "één doos"')
    assert findings(project) == []


def test_an_old_template_and_a_bad_source_are_found(project):
    translate_all(project)
    (project / "orders/more.py").write_text("gettext_noop('Save 5% now')\n")
    problems = findings(project)
    assert ("template", "out of date, run: messages update") in problems
    assert ("template", "a placeholder needs a name, a percent sign is written %%") in problems


def test_a_language_without_a_catalog_is_found(project):
    translate_all(project)
    (project / "locale/it/messages.po").unlink()
    assert findings(project) == [("it", "has no messages.po")]


def test_the_sources_of_the_project_can_be_extracted():
    assert template_text(extract_messages()).startswith("# Texts of Bình Dương Marketplace")


def test_a_fallback_that_does_not_exist_is_found(project):
    translate_all(project)
    astray = dataclasses.replace(language("nl"), fallback=("fy", "en"))
    findings = check_language(astray, project / "locale/nl/messages.po", extract_messages(project))
    assert [finding.problem for finding in findings] == ["its fallback fy does not exist"]


def test_the_command_checks_and_fails_in_words(monkeypatch):
    out = StringIO()
    monkeypatch.setattr(messages, "check", lambda: [Finding("nl", "Cart", "is not translated")])
    with pytest.raises(CommandError, match="1 findings"):
        call_command("messages", "check", stdout=out)
    assert out.getvalue() == "nl: is not translated: 'Cart'\n"
    monkeypatch.setattr(messages, "check", list)
    call_command("messages", "check", stdout=out)
    assert "every text is translated" in out.getvalue()
