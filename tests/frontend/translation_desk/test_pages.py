"""The pages of translating, by their forms: coverage, work, files, glossary, machine; for sellers and the operator."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from catalog.models import Product
from i18n.glossary.term import GlossaryTerm
from i18n.glossary.terms import TermFields, create_term
from i18n.machine_translation.translate_waiting import translate_waiting
from i18n.memory.remember import Sentence, remember
from i18n.translate import set_translation
from i18n.translation import Translation, text_hash
from marketplace.graphql import to_global_id
from tests.factories.catalog import make_category, make_product
from tests.frontend.seller_desk.conftest import Person
from tests.frontend.seller_desk.world import Desk
from tests.i18n.exchange.test_import import filled
from tests.i18n.machine_translation.peer import KEY, libretranslate_peer

WORK = "translations/work?language=en&state=ALL"


@pytest.fixture
def lamp(desk: Desk) -> Product:
    return make_product(
        seller=desk.cast.woodworks.seller, name="Đèn tre Sen", description="<p>Một.<br>Hai.</p>", material=""
    )


def unit(product: Any, field: str, kind: str = "catalog.Product") -> str:
    return to_global_id("TranslationUnit", f"{kind}/{product.pk}/{field}")


def posted(html: str) -> dict[str, Any]:
    """The hidden and text fields of the work list, as a browser would send them."""
    form = html.split("data-submit-keys", 1)[1].split("</form>", 1)[0]
    fields: dict[str, Any] = {"unit": re.findall(r'name="unit" value="([^"]+)"', form)}
    for name, value in re.findall(r'type="hidden" name="((?:source|target|shown)-[^"]+)" value="([^"]*)"', form):
        fields[name] = value
    for name, value in re.findall(r'<input type="text" id="[^"]+" name="(text-[^"]+)"[^>]* value="([^"]*)"', form):
        fields[name] = value
    for name, value in re.findall(r'<textarea id="[^"]+" name="(text-[^"]+)"[^>]*>([^<]*)</textarea>', form):
        fields[name] = value
    return fields


def test_coverage_leads_to_the_work(desk: Desk, owner: Person, lamp: Product) -> None:
    set_translation(subject="catalog.Product", object_id=lamp.pk, language="en", texts={"name": "Bamboo lamp"})
    Product.objects.filter(pk=lamp.pk).update(name="Đèn tre Sen mới")
    html = owner.see("translations")
    assert "1 outdated in English" in html and "state=STALE" in html
    assert "Nederlands" in html and "No translation engine is set up" in html
    listed = owner.see("translations/work?language=en&state=STALE")
    assert "Đèn tre Sen mới" in listed and "Bamboo lamp" in listed and "Still right for the changed original" in listed


def test_a_page_of_texts_is_saved_at_once(desk: Desk, owner: Person, lamp: Product) -> None:
    path = f"translations/work?language=en&state=MISSING&product={to_global_id('Product', lamp.pk)}"
    fields = posted(owner.see(path))
    assert fields["unit"] == [unit(lamp, "name"), unit(lamp, "description")]
    fields[f"text-{unit(lamp, 'name')}"] = "Bamboo lamp"
    fields[f"text-{unit(lamp, 'description')}"] = "One.\nTwo."
    assert owner.done(path, "save", go="stay", **fields)
    stored = dict(Translation.objects.filter(object_id=lamp.pk).values_list("field", "text"))
    assert stored == {"name": "Bamboo lamp", "description": "<p>One.<br>Two.</p>"}
    assert "Everything here is translated" in owner.see(path.replace("MISSING", "TODO"))
    again = posted(owner.see(path.replace("MISSING", "ALL")))
    assert owner.done(path.replace("MISSING", "ALL"), "save", go="stay", **again)
    assert Translation.objects.filter(object_id=lamp.pk).count() == 2, "what was not touched is not sent"


def test_reading_and_finding_right_is_a_tick(desk: Desk, owner: Person, lamp: Product) -> None:
    texts = {"name": "Bamboo lamp"}
    set_translation(subject="catalog.Product", object_id=lamp.pk, language="en", texts=texts, source="MACHINE")
    path = "translations/work?language=en&state=MACHINE"
    html = owner.see(path)
    assert "translated by machine" in html
    fields = posted(html)
    assert owner.done(path, "save", go="stay", **fields, **{f"read-{unit(lamp, 'name')}": "1"})
    row = Translation.objects.get(object_id=lamp.pk)
    assert row.reviewed_by == f"user:{desk.cast.woodworks.owner.pk}" and row.source == "MACHINE"


def test_what_is_refused_comes_back_and_the_rest_is_saved(desk: Desk, owner: Person, lamp: Product) -> None:
    create_term(owner_id=desk.cast.woodworks.seller.pk, fields=TermFields("vi", "Sen", "KEEP", note="A series"))
    path = f"translations/work?language=en&state=MISSING&product={to_global_id('Product', lamp.pk)}"
    html = owner.see(path)
    assert "stays as it is" in html and "A series" in html
    fields = posted(html)
    fields[f"text-{unit(lamp, 'name')}"] = "Lotus lamp"
    fields[f"text-{unit(lamp, 'description')}"] = "One.\nTwo."
    html = owner.refused(path, "save", go="on", **fields)
    assert "must stand in the translation as it is" in html and 'value="Lotus lamp"' in html
    assert [row.field for row in Translation.objects.filter(object_id=lamp.pk)] == ["description"]


def test_a_warning_is_said_after_saving(desk: Desk, owner: Person, lamp: Product) -> None:
    fields = TermFields("vi", "tre", "USE", "en", "bamboo")
    create_term(owner_id=desk.cast.woodworks.seller.pk, fields=fields)
    path = f"translations/work?language=en&state=MISSING&product={to_global_id('Product', lamp.pk)}"
    form = posted(owner.see(path))
    form[f"text-{unit(lamp, 'name')}"] = "Wooden lamp"
    answer = owner.send(path, "save", go="on", **form)
    assert answer.status_code == 200 and "translates “tre” as “bamboo”" in answer.content.decode()
    assert Translation.objects.get(object_id=lamp.pk).text == "Wooden lamp"


def test_a_stale_page_overwrites_nothing(desk: Desk, owner: Person, lamp: Product) -> None:
    path = f"translations/work?language=en&state=MISSING&product={to_global_id('Product', lamp.pk)}"
    form = posted(owner.see(path))
    set_translation(subject="catalog.Product", object_id=lamp.pk, language="en", texts={"name": "By a colleague"})
    form[f"text-{unit(lamp, 'name')}"] = "Bamboo lamp"
    assert "Somebody else has changed" in owner.refused(path, "save", go="on", **form)
    assert Translation.objects.get(object_id=lamp.pk).text == "By a colleague"


def test_earlier_translations_are_offered(desk: Desk, owner: Person, lamp: Product) -> None:
    remember([Sentence(desk.cast.woodworks.seller.pk, "vi", "en", "Đèn tre Sen", "Sen bamboo lamp")])
    remember([Sentence(desk.cast.pottery.seller.pk, "vi", "en", "Đèn tre Sen", "Another seller's words")])
    html = owner.see(f"translations/work?language=en&product={to_global_id('Product', lamp.pk)}")
    assert "Sen bamboo lamp" in html and "the same sentence" in html and "Another seller" not in html


def test_files_go_out_and_come_back(desk: Desk, owner: Person, lamp: Product) -> None:
    answer = owner.get(owner.base + "translations/download?source=vi&language=en&format=XLSX&state=ALL")
    assert answer["Content-Disposition"] == 'attachment; filename="translations-vi-en.xlsx"'
    xliff = owner.get(owner.base + "translations/download?source=vi&language=en&format=XLIFF&state=ALL")
    assert b"urn:oasis:names:tc:xliff:document:2.0" in xliff.content
    assert owner.get(owner.base + "translations/download?source=xx&language=en").status_code == 404
    file = SimpleUploadedFile("back.xlsx", filled(answer.content, {"material": "Oak"}))
    where = owner.done("translations", "upload", file=file)
    page = where.removeprefix(owner.base)
    html = owner.see(page)
    assert "back.xlsx" in html and "Oak" in html and "Take over the translations" in html
    assert not Translation.objects.filter(text="Oak").exists()
    owner.done(page, "apply")
    assert Translation.objects.filter(text="Oak").exists()
    assert "Applied" in owner.see(page)
    assert "taken over already" in owner.refused(page, "apply")
    wrong = SimpleUploadedFile("x.xlf", b"<a>")
    assert "not well-formed" in owner.refused("translations", "upload", file=wrong)


def test_a_file_is_nobody_elses(desk: Desk, owner: Person, someone: Callable[..., Person], lamp: Product) -> None:
    answer = owner.get(owner.base + "translations/download?source=vi&language=en&format=XLSX")
    where = owner.done("translations", "upload", file=SimpleUploadedFile("b.xlsx", answer.content))
    other = someone(desk.cast.pottery.owner)
    assert other.get(where.replace("moc-vi-du", "gom-thu-nghiem")).status_code == 404
    assert someone(desk.cast.operator).get(where.replace("seller/moc-vi-du", "operator")).status_code == 404


def test_the_glossary_is_kept(desk: Desk, owner: Person) -> None:
    name = {"term": "Sen", "sourceLanguage": "vi", "rule": "KEEP", "language": "", "target": "", "note": ""}
    owner.done("translations/glossary", "save", **name)
    word = {**name, "term": "gỗ sồi", "rule": "USE", "language": "en", "target": "oak"}
    owner.done("translations/glossary", "save", **word)
    html = owner.see("translations/glossary")
    assert "2 terms" in html and "oak" in html
    assert "in the glossary already" in owner.refused("translations/glossary", "save", **name)
    term = GlossaryTerm.objects.get(term="gỗ sồi")
    page = f"translations/glossary?term={to_global_id('GlossaryTerm', term.pk)}"
    assert 'value="gỗ sồi"' in owner.see(page)
    owner.done(page, "save", **{**word, "target": "oak wood"})
    owner.done("translations/glossary", "delete", id=to_global_id("GlossaryTerm", term.pk))
    assert GlossaryTerm.objects.count() == 1


def test_the_machine_is_asked_from_the_overview(desk: Desk, owner: Person, lamp: Product, settings: Any) -> None:
    with libretranslate_peer() as peer:
        settings.LIBRETRANSLATE_URL, settings.LIBRETRANSLATE_API_KEY = peer.url, KEY
        assert "LibreTranslate translates what is missing" in owner.see("translations")
        owner.done("translations", "translate", language="en")
        assert "still at work" in owner.refused("translations", "translate", language="en")
        translate_waiting()
    assert Translation.objects.filter(object_id=lamp.pk, source="MACHINE").count() == 2
    assert "translated by machine" in owner.see("translations/work?language=en&state=MACHINE")
    settings.LIBRETRANSLATE_URL = None
    assert "No translation engine" in owner.refused("translations", "translate", language="en")


PAGES = ["translations", WORK, "translations/glossary", "translations/download?source=vi&language=en"]


@pytest.mark.parametrize("path", PAGES)
def test_the_desk_is_for_managers(desk: Desk, someone: Callable[..., Person], path: str) -> None:
    house = desk.cast.woodworks
    codes = {
        "manager": someone(house.manager).get(someone(None).base + path).status_code,
        "packer": someone(house.packer).get(someone(None).base + path).status_code,
        "stranger": someone(desk.cast.pottery.owner).get(someone(None).base + path).status_code,
        "nobody": someone(None).get(someone(None).base + path).status_code,
    }
    assert codes == {"manager": 200, "packer": 403, "stranger": 404, "nobody": 302}


def test_the_operator_translates_categories(desk: Desk, someone: Callable[..., Person]) -> None:
    category = make_category(name="Rattan stools", description="")
    operator = Person(desk.cast.operator, "/en/operator/")
    assert "Category" in operator.see("translations")
    path = "translations/work?language=nl&state=MISSING&kind=catalog.Category&q=Rattan"
    form = posted(operator.see(path))
    assert form["unit"] == [unit(category, "name", "catalog.Category")]
    form[f"text-{form['unit'][0]}"] = "Rotan krukjes"
    operator.done(path, "save", go="stay", **form)
    row = Translation.objects.get(text="Rotan krukjes")
    assert (row.subject, row.source_hash) == ("catalog.Category", text_hash("Rattan stools"))
    operator.done(
        "translations/glossary",
        "save",
        term="Bình Dương",
        sourceLanguage="en",
        rule="KEEP",
        language="",
        target="",
        note="",
    )
    assert GlossaryTerm.objects.get().owner_id == 0
    for person in (desk.cast.expo_officer, desk.cast.woodworks.owner):
        assert Person(person, "/en/operator/").get("/en/operator/translations").status_code == 403
