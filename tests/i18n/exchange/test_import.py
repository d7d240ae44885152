"""Files that come back: what they change, what they must not, and that they may come twice."""

from io import BytesIO
from typing import Any, Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from catalog.models import Product
from i18n.exchange import workbook as layout
from i18n.exchange.apply_import import AppliedAlready, apply_import
from i18n.exchange.export import export_translations
from i18n.exchange.preview_import import preview_import
from i18n.exchange.translation_import import TranslationImport
from i18n.glossary.terms import TermFields, create_term
from i18n.translate import set_translation
from i18n.translation import Translation
from i18n.units.sources import Narrowing
from marketplace.sellers.models import Seller
from tests.api.tables import changed, stored
from tests.factories.catalog import make_media, make_product
from tests.factories.sellers import make_seller

pytestmark = pytest.mark.django_db
ROLES = frozenset({"MANAGER"})
MANAGED = {"catalog.Product", "catalog.ProductMedia"}
Format = Literal["XLIFF", "XLSX"]
BOTH = pytest.mark.parametrize("file_format", ["XLIFF", "XLSX"])


@pytest.fixture
def seller() -> Seller:
    return make_seller()


@pytest.fixture
def chair(seller: Seller) -> Product:
    return make_product(seller=seller, name="Ghế Sen", description="<p>Gỗ <b>sồi</b></p>", material="Gỗ sồi")


def export(seller: Seller, file_format: Format) -> bytes:
    return export_translations(
        narrowing=Narrowing(owner_id=seller.pk, kinds=MANAGED), source_language="vi", language="en",
        file_format=file_format, reader="en",
    ).content  # fmt: skip


def preview(seller: Seller, content: bytes) -> TranslationImport:
    return preview_import(owner_id=seller.pk, file_name="x", content=content, by="user:1", roles=ROLES)


def outcomes(batch: TranslationImport) -> dict[str, str]:
    return {unit.name.rpartition("/")[2]: unit.outcome for unit in batch.units.all()}


def filled(content: bytes, texts: dict[str, str]) -> bytes:
    """The workbook with translations typed in, by field."""
    book = load_workbook(BytesIO(content))
    sheet = book[layout.SHEET]
    for row in sheet.iter_rows(min_row=layout.FIRST_ROW):
        field = str(row[layout.NAME].value).rpartition("/")[2]
        if field in texts:
            row[layout.TRANSLATION].value = texts[field]
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def translated(product: Product) -> dict[str, str]:
    rows = Translation.objects.filter(object_id=product.pk, language="en")
    return dict(rows.values_list("field", "text"))


@BOTH
def test_out_and_in_again_changes_nothing(seller: Seller, chair: Product, file_format: Format) -> None:
    make_media(chair, alt="Nhìn từ trước")
    texts = {"name": "Sen chair", "description": "<p>Oak <b>wood</b> &amp; care</p>"}
    set_translation(subject="catalog.Product", object_id=chair.pk, language="en", texts=texts, source="MACHINE")
    batch = preview(seller, export(seller, file_format))
    assert outcomes(batch) == {
        "name": "UNCHANGED", "description": "UNCHANGED", "material": "EMPTY", "alt": "EMPTY",
    }  # fmt: skip
    before = stored()
    apply_import(batch=batch, by="user:1", roles=ROLES)
    assert changed(before, stored()) == ["i18n_translationimport"]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(max_size=30), description=st.text(max_size=60), file_format=st.sampled_from(["XLIFF", "XLSX"]))
def test_whatever_is_stored_comes_back_unchanged(seller: Seller, name: str, description: str, file_format: Any) -> None:
    product = make_product(seller=seller, name=f"Ghế {name}"[:200], description=f"<p>{description}</p><br>")
    texts = {"name": f"Chair {name}".split("\0")[0], "description": product.description}
    texts = {field: text for field, text in texts.items() if text.isprintable()}
    set_translation(subject="catalog.Product", object_id=product.pk, language="en", texts=texts)
    assert set(outcomes(preview(seller, export(seller, file_format))).values()) <= {"UNCHANGED", "EMPTY"}


def test_what_was_typed_in_is_taken_over_once(seller: Seller, chair: Product) -> None:
    content = filled(export(seller, "XLSX"), {"name": "Sen chair", "material": "Oak"})
    batch = preview(seller, content)
    assert not Translation.objects.exists(), "a preview changes nothing"
    counts = apply_import(batch=batch, by="user:7", roles=ROLES)
    assert counts["NEW"] == 2
    assert translated(chair) == {"name": "Sen chair", "material": "Oak"}
    row = Translation.objects.get(field="name")
    assert (row.source, row.translator) == ("IMPORTED", "user:7")
    with pytest.raises(AppliedAlready):
        apply_import(batch=batch, by="user:7", roles=ROLES)
    assert outcomes(preview(seller, content)) == {"name": "UNCHANGED", "material": "UNCHANGED", "description": "EMPTY"}


def test_conflicts_are_reported_and_not_overwritten(seller: Seller, chair: Product) -> None:
    texts = {"name": "Lotus chair"}
    set_translation(subject="catalog.Product", object_id=chair.pk, language="en", texts=texts)
    content = filled(export(seller, "XLSX"), {"name": "Sen chair", "material": "Oak"})
    set_translation(subject="catalog.Product", object_id=chair.pk, language="en", texts={"name": "Water lily chair"})
    Product.objects.filter(pk=chair.pk).update(material="Gỗ tràm")
    batch = preview(seller, content)
    assert outcomes(batch) == {"name": "TARGET_CHANGED", "material": "SOURCE_CHANGED", "description": "EMPTY"}
    apply_import(batch=batch, by="user:7", roles=ROLES)
    assert translated(chair) == {"name": "Water lily chair"}


def test_what_changes_between_preview_and_apply_is_seen(seller: Seller, chair: Product) -> None:
    batch = preview(seller, filled(export(seller, "XLSX"), {"name": "Sen chair", "material": "Oak"}))
    assert outcomes(batch)["name"] == "NEW"
    set_translation(subject="catalog.Product", object_id=chair.pk, language="en", texts={"name": "Lotus chair"})
    counts = apply_import(batch=batch, by="user:7", roles=ROLES)
    assert (counts["TARGET_CHANGED"], counts["NEW"]) == (1, 1)
    assert translated(chair) == {"name": "Lotus chair", "material": "Oak"}
    batch.refresh_from_db()
    assert outcomes(batch)["name"] == "TARGET_CHANGED"


def test_the_glossary_holds_for_files_too(seller: Seller, chair: Product) -> None:
    create_term(owner_id=seller.pk, fields=TermFields("vi", "Sen", "KEEP"))
    create_term(owner_id=seller.pk, fields=TermFields("vi", "gỗ sồi", "USE", "en", "oak"))
    batch = preview(seller, filled(export(seller, "XLSX"), {"name": "Lotus chair", "material": "Wood"}))
    name, material = batch.units.get(name__endswith="name"), batch.units.get(name__endswith="material")
    assert name.outcome == "REFUSED" and name.problems[0][0] == "GLOSSARY"
    assert material.outcome == "NEW" and material.problems[0][2]["required"] == "oak"


def test_a_file_reaches_no_other_sellers_texts(seller: Seller, chair: Product) -> None:
    content = filled(export(seller, "XLSX"), {"name": "Mine now"})
    batch = preview(make_seller(), content)
    assert set(outcomes(batch).values()) == {"REFUSED"}
    apply_import(batch=batch, by="user:7", roles=ROLES)
    assert not Translation.objects.exists()


def test_a_roles_limits_hold_for_files_too(seller: Seller) -> None:
    content = export_translations(
        narrowing=Narrowing(owner_id=seller.pk, kinds={"sellers.Seller"}), source_language="vi", language="en",
        file_format="XLSX", reader="en",
    ).content  # fmt: skip
    assert set(outcomes(preview(seller, filled(content, {"tagline": "Wood"}))).values()) == {"REFUSED"}


def test_a_tools_approval_makes_reviewed(seller: Seller, chair: Product) -> None:
    texts = {"name": "Sen chair"}
    set_translation(subject="catalog.Product", object_id=chair.pk, language="en", texts=texts, source="MACHINE")
    content = export(seller, "XLIFF").replace(b'state="translated"', b'state="final"')
    batch = preview(seller, content)
    assert outcomes(batch)["name"] == "REVIEWED"
    apply_import(batch=batch, by="user:7", roles=ROLES)
    row = Translation.objects.get()
    assert (row.reviewed_by, row.text) == ("user:7", "Sen chair") and row.reviewed_at is not None
    assert outcomes(preview(seller, content))["name"] == "UNCHANGED"


def test_a_text_named_twice_counts_once(seller: Seller, chair: Product) -> None:
    content = filled(export(seller, "XLSX"), {"name": "Sen chair"})
    book = load_workbook(BytesIO(content))
    sheet = book[layout.SHEET]
    sheet.append([cell.value for cell in sheet[layout.FIRST_ROW]])
    out = BytesIO()
    book.save(out)
    rows = list(preview(seller, out.getvalue()).units.order_by("position"))
    assert (rows[0].outcome, rows[-1].outcome) == ("NEW", "REFUSED")


def test_an_import_costs_no_statement_per_text(seller: Seller, django_assert_max_num_queries: Any) -> None:
    for number in range(12):
        make_product(seller=seller, name=f"Ghế {number}", description="", material="")
    content = filled(export(seller, "XLSX"), {"name": "Chair"})
    with django_assert_max_num_queries(12):
        batch = preview(seller, content)
    with django_assert_max_num_queries(40):
        apply_import(batch=batch, by="user:7", roles=ROLES)
    assert Translation.objects.count() == 12
