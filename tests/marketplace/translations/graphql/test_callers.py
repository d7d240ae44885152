"""Who may do what: every mutation of glossary, files and machine, as everybody; a refusal changes nothing."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from i18n.exchange.export import export_translations
from i18n.exchange.preview_import import preview_import
from i18n.exchange.translation_import import TranslationImport
from i18n.glossary.term import GlossaryTerm
from i18n.glossary.terms import TermFields, create_term
from i18n.machine_translation.request import MachineTranslationRequest
from i18n.units.sources import Narrowing
from marketplace.graphql import Anonymous, Context, to_global_id
from marketplace.schema import schema
from tests.api.tables import changed, stored
from tests.cast import Cast, assemble
from tests.factories.catalog import make_category, make_product
from tests.marketplace.accounts import api

pytestmark = pytest.mark.django_db

TERM = '{sourceLanguage: VI, term: "Sen", rule: KEEP}'
CREATE = f"mutation ($seller: ID) {{ glossaryTermCreate(seller: $seller, input: {TERM}) {{ errors {{ code }} }} }}"
CHANGE = (
    'mutation ($term: ID!) { glossaryTermUpdate(id: $term, input: {sourceLanguage: VI, term: "Tre", rule: KEEP})'
    " { errors { code } } }"
)
DELETE = "mutation ($term: ID!) { glossaryTermDelete(id: $term) { errors { code } } }"
PREVIEW = """mutation ($seller: ID, $file: Upload!) {
  translationImportPreview(seller: $seller, file: $file) { import { total } errors { code } } }"""
APPLY = "mutation ($import: ID!) { translationImportApply(id: $import) { errors { code } } }"
MACHINE = """mutation ($seller: ID) {
  machineTranslationRequest(seller: $seller, languageCode: EN) { request { units } errors { code } } }"""
UNITS = "units { name unit { sourceText } }"
EXPORT = "sourceLanguage: VI, languageCode: EN, format: XLIFF"
TABLES = {
    CREATE: "i18n_glossaryterm", CHANGE: "i18n_glossaryterm", DELETE: "i18n_glossaryterm",
    PREVIEW: "i18n_translationimport", APPLY: "i18n_translationimport", MACHINE: "i18n_machinetranslationrequest",
}  # fmt: skip
EXPECTED = {
    "nobody": "UNAUTHENTICATED", "buyer": "NOT_FOUND", "stranger": "NOT_FOUND", "packer": "PERMISSION_DENIED",
    "manager": "done", "owner": "done", "operator": "NOT_FOUND", "expo": "NOT_FOUND",
}  # fmt: skip


@pytest.fixture
def cast() -> Cast:
    found = assemble()
    make_product(seller=found.woodworks.seller)
    return found


def people(cast: Cast) -> dict[str, Any]:
    return {
        "nobody": Anonymous(), "buyer": cast.buyer, "stranger": cast.pottery.owner, "packer": cast.woodworks.packer,
        "manager": cast.woodworks.manager, "owner": cast.woodworks.owner, "operator": cast.operator,
        "expo": cast.expo_officer,
    }  # fmt: skip


def workbook(owner_id: int, source: str = "vi", language: str = "en") -> bytes:
    return export_translations(
        narrowing=Narrowing(owner_id=owner_id),
        source_language=source,
        language=language,
        file_format="XLSX",
        reader="en",
    ).content


def call(document: str, actor: Any, owner_id: int, seller: str | None) -> Any:
    """The mutation on rows of this owner, made here."""
    term = create_term(owner_id=owner_id, fields=TermFields("vi", "Mây", "KEEP"))
    source = ("vi", "en") if owner_id else ("en", "nl")
    content = workbook(owner_id, *source)
    batch = preview_import(owner_id=owner_id, file_name="x", content=content, by="", roles=frozenset({"MANAGER"}))
    variables = {
        "seller": seller, "term": to_global_id("GlossaryTerm", term.pk),
        "import": to_global_id("TranslationImport", batch.pk), "file": SimpleUploadedFile("t.xlsx", content),
    }  # fmt: skip
    wanted = {name: value for name, value in variables.items() if f"${name}" in document}
    before = stored()
    result = schema.execute(document, wanted, context=Context(actor=actor, language="en"))
    return api.outcome(result), changed(before, stored())


@pytest.mark.parametrize("caller", EXPECTED)
@pytest.mark.parametrize("document", TABLES, ids=lambda text: text.split("{")[1].split("(")[0].strip())
def test_who_may(cast: Cast, document: str, caller: str, settings: Any) -> None:
    settings.LIBRETRANSLATE_URL = "http://127.0.0.1:9"
    seller = cast.woodworks.seller
    outcome, tables = call(document, people(cast)[caller], seller.pk, to_global_id("Seller", seller.pk))
    assert outcome == EXPECTED[caller]
    assert TABLES[document] in tables if outcome == "done" else tables == []


@pytest.mark.parametrize("document", [CREATE, CHANGE, DELETE, PREVIEW, APPLY, MACHINE])
def test_the_marketplaces_own_are_for_staff(cast: Cast, document: str, settings: Any) -> None:
    settings.LIBRETRANSLATE_URL = "http://127.0.0.1:9"
    make_category(name="Chairs")
    document = document.replace("languageCode: EN", "languageCode: NL")
    for caller in ("nobody", "buyer", "owner"):
        outcome, tables = call(document, people(cast)[caller], 0, None)
        assert outcome in {"UNAUTHENTICATED", "PERMISSION_DENIED", "NOT_FOUND"} and tables == []
        GlossaryTerm.objects.all().delete()
    outcome, tables = call(document, cast.operator, 0, None)
    assert outcome == "done" and TABLES.get(document, "i18n_machinetranslationrequest") in tables


def test_reading_is_for_the_same_people(cast: Cast) -> None:
    seller = to_global_id("Seller", cast.woodworks.seller.pk)
    term = create_term(owner_id=cast.woodworks.seller.pk, fields=TermFields("vi", "Sen", "KEEP"))
    content = workbook(cast.woodworks.seller.pk)
    batch = preview_import(
        owner_id=cast.woodworks.seller.pk, file_name="x", content=content, by="", roles=frozenset({"MANAGER"})
    )
    MachineTranslationRequest.objects.create(owner_id=cast.woodworks.seller.pk, language="en", requested_by="user:1")
    documents = [
        f'{{ glossaryTerms(seller: "{seller}") {{ edges {{ node {{ term required }} }} }} }}',
        f'{{ translationImports(seller: "{seller}") {{ fileName outcomes {{ outcome count }} {UNITS} }} }}',
        f'{{ translationImport(id: "{to_global_id("TranslationImport", batch.pk)}") {{ total taken }} }}',
        f'{{ machineTranslation(seller: "{seller}") {{ isConfigured message requests {{ status problem }} }} }}',
        f'{{ translationExport(seller: "{seller}", {EXPORT}) {{ units content }} }}',
    ]
    assert term.pk
    for document in documents:
        for caller, actor in people(cast).items():
            result = schema.execute(document, {}, context=Context(actor=actor, language="en"))
            assert bool(result.errors) == (EXPECTED[caller] != "done"), (document, caller, result.errors)
    assert TranslationImport.objects.count() == 1
