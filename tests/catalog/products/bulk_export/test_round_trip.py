"""What is exported and imported again changes nothing."""

from typing import Any

import pytest
from django.apps import apps
from django.db.models import Model
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.models import Product, ProductExport, ProductImport, Warehouse
from catalog.products.bulk_export.start import start_export
from catalog.products.bulk_export.work import storage, write_export
from catalog.products.bulk_import.apply import ApplyMode, apply_import
from catalog.products.bulk_import.preview import preview_import
from marketplace.sellers.models import Seller
from tests.catalog.products.bulk_export.shelf import rich_shelf
from tests.factories.catalog import make_product, make_variant
from tests.factories.channels import make_channel
from tests.factories.sellers import make_seller

pytestmark = pytest.mark.django_db
FORMS = [("CSV", "vi"), ("CSV", "en"), ("XLSX", "vi"), ("XLSX", "en")]


def exported(seller: Seller, file_type: str, headers: str) -> bytes:
    export = start_export(seller=seller, by=None, file_type=file_type, headers=headers)
    assert write_export(export.pk)
    export.refresh_from_db()
    with storage().open(export.file, "rb") as file:
        return bytes(file.read())


def whole_database() -> dict[str, list[dict[str, Any]]]:
    """Every row of every table, jobs themselves aside."""
    jobs = (ProductImport, ProductExport)
    models: list[type[Model]] = [
        model
        for model in apps.get_models()
        if not issubclass(model, jobs) and not model.__name__.startswith("ProductImport")
    ]
    return {model.__name__: list(model._default_manager.order_by("pk").values()) for model in models}


def read_back(seller: Seller, content: bytes, language: str = "vi") -> ProductImport:
    return preview_import(seller=seller, file_name="x", content=content, by=None, source_language=language)


@pytest.mark.parametrize(("file_type", "headers"), FORMS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_rich_shelf_comes_back_as_it_was(file_type: str, headers: str, language: str) -> None:
    seller = rich_shelf()
    before = whole_database()
    preview = read_back(seller, exported(seller, file_type, headers), language)

    assert [(row.number, row.errors) for row in preview.rows.all() if row.errors] == []
    assert [column for column, field in preview.columns if field is None] == []
    assert set(preview.rows.values_list("action", flat=True)) == {"UNCHANGED"}
    applied = apply_import(product_import=preview, mode=ApplyMode.ALL_OR_NOTHING, by=None)

    assert (preview.total, applied.created, applied.updated) == (4, 0, 0)
    assert whole_database() == before


def test_another_seller_can_start_from_the_file() -> None:
    seller, other = rich_shelf(), make_seller()
    content = exported(seller, "XLSX", "en")
    for name in ("Kho chính", "Kho 2: Bến Cát"):
        Warehouse.objects.create(seller=other, name=name)
    preview = read_back(other, content)
    codes = {(error["column"], error["code"]) for row in preview.rows.all() for error in row.errors}
    # The table's pictures are not in the file, and its second size has no name without its first.
    assert codes == {("images", "NOT_FOUND"), ("name", "REQUIRED")}
    applied = apply_import(product_import=preview, mode=ApplyMode.GOOD_ROWS, by=None)
    assert applied.created == Product.objects.filter(seller=other).count() == 2


ODD = [
    "=1+1", "'=x", "''@y", "+84 90", "-1", "@SUM(A1)", "_x000D_", "_x0041_", "a\r\nb", "#N/A", "1e5", "007", "TRUE",
    "　全角", "\u200bz", "\ufeffx", "VI-DU", "  two  spaces ", "<b>&amp;", "a|b;c,d\te",
]  # fmt: skip
LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
TEXT = st.text(LETTERS, min_size=1, max_size=60) | st.sampled_from(ODD)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(TEXT, min_size=1, max_size=4), form=st.sampled_from(FORMS))
def test_any_text_comes_back(names: list[str], form: tuple[str, str]) -> None:
    make_channel("vn")
    seller = make_seller()
    for place, name in enumerate(names):
        if not name.strip() or not "".join(c for c in name if c.isprintable()).strip():
            continue
        product = make_product(seller=seller, name=name, description=f"<p>{place}</p>{name}", material=name)
        make_variant(product, sku=f"{name[:40]}{place}", name=name)
    before = list(Product.objects.filter(seller=seller).order_by("pk").values())
    if not before:
        return
    preview = read_back(seller, exported(seller, *form))
    assert [(row.values, row.errors) for row in preview.rows.all() if row.action != "UNCHANGED"] == []
    apply_import(product_import=preview, mode=ApplyMode.ALL_OR_NOTHING, by=None)
    assert list(Product.objects.filter(seller=seller).order_by("pk").values()) == before
