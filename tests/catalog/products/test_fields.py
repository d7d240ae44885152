from typing import Any

import pytest

from catalog.models import Product, ProductVariant
from catalog.products import create
from catalog.products.create import create_product
from catalog.products.description import plain, sanitised
from catalog.products.slug import unique_slugs
from catalog.products.translate import translate_product
from catalog.products.update import delete_product
from catalog.products.variants import create_variant, delete_variant, update_variant
from catalog.refusal import Refused
from i18n.translate import translations_of
from tests.factories.catalog import make_product, make_variant
from tests.factories.sellers import make_seller

pytestmark = pytest.mark.django_db


def test_vietnamese_names_become_readable_addresses() -> None:
    seller = make_seller()
    first = create_product(seller=seller, by=None, name="Bàn ăn gỗ sồi  Đà Lạt")
    second = create_product(seller=seller, by=None, name="Bàn ăn gỗ sồi Đà Lạt")
    assert (first.slug, first.name) == ("ban-an-go-soi-da-lat", "Bàn ăn gỗ sồi Đà Lạt")
    assert second.slug == "ban-an-go-soi-da-lat-2"
    third, fourth = unique_slugs(["Bàn ăn gỗ sồi Đà Lạt", "Bàn ăn gỗ sồi Đà Lạt"])
    assert (third, fourth) == ("ban-an-go-soi-da-lat-3", "ban-an-go-soi-da-lat-4")


def test_an_address_taken_at_the_last_moment_costs_a_second_look(monkeypatch: pytest.MonkeyPatch) -> None:
    seller = make_seller()
    create_product(seller=seller, by=None, name="Ghế")
    answers = iter(["ghe", "ghe-2"])
    monkeypatch.setattr(create, "unique_slug", lambda _name: next(answers))
    assert create_product(seller=seller, by=None, name="Ghế").slug == "ghe-2"


def test_names_in_any_script_get_an_address() -> None:
    slugs = unique_slugs(["木製テーブル", "!!!", "x" * 400, "Ghế 2", "Ghế", "Ghế"])
    assert len(set(slugs)) == 6
    assert all(slug and len(slug) <= 160 for slug in slugs)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Bàn <gỗ> & ghế\ndòng hai\n\nđoạn hai", "<p>Bàn &lt;gỗ&gt; &amp; ghế<br>dòng hai</p><p>đoạn hai</p>"),
        ("<p onclick='x()'>a<script>alert(1)</script></p>", "<p>a</p>"),
        ("<p>a</p><iframe src='//evil'></iframe><img src=x onerror=y>", "<p>a</p>"),
        ("<p><a href='javascript:x'>link</a></p>", "<p>link</p>"),
        ("<svg><p>b</p></svg>", "<p>b</p>"),
        ("3 < 5 > 2", "<p>3 &lt; 5 &gt; 2</p>"),
        ("  ", ""),
    ],
)
def test_descriptions_keep_words_and_lose_danger(given: str, kept: str) -> None:
    assert sanitised(given) == kept
    assert sanitised(kept) == kept


def test_the_words_of_a_description() -> None:
    assert plain("<p>Bàn &amp; ghế<br>dòng</p><ul><li>một</li><li>hai</li></ul>") == "Bàn & ghế dòng một hai"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"name": " \n"}, "name"),
        ({"name": "x" * 251}, "name"),
        ({"name": "a", "material": "x" * 251}, "material"),
        ({"name": "a", "description": "x" * 20_001}, "description"),
        ({"name": "a", "source_language": "tlh"}, "source_language"),
        ({"name": "a", "hs_code": "94016"}, "hs_code"),
        ({"name": "a", "hs_code": "９４０１６９"}, "hs_code"),
        ({"name": "a", "origin_country": "Việt Nam"}, "origin_country"),
    ],
)
def test_impossible_products_are_refused(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        create_product(seller=make_seller(), by=None, **fields)  # type: ignore[misc]  # wrong on purpose
    assert [problem.field for problem in refused.value.problems] == [field]
    assert not Product.objects.exists()


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"sku": ""}, "sku"),
        ({"sku": "x" * 65}, "sku"),
        ({"sku": "a", "gtin": "8931234567891"}, "gtin"),
        ({"sku": "a", "net_weight_g": -1}, "net_weight_g"),
        ({"sku": "a", "length_mm": 10**6}, "length_mm"),
        ({"sku": "a", "moq": 0}, "moq"),
        ({"sku": "a", "moq": 10, "order_multiple": 4}, "moq"),
    ],
)
def test_impossible_variants_are_refused(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        create_variant(product=make_product(), **fields)  # type: ignore[misc]  # wrong on purpose
    assert [problem.field for problem in refused.value.problems] == [field]
    assert not ProductVariant.objects.exists()


def test_an_sku_is_the_sellers_own_and_free_again_after_deletion() -> None:
    variant = make_variant(sku="GHE-01", gtin="893 123456789-7")
    make_variant(sku="GHE-01")
    with pytest.raises(Refused) as refused:
        make_variant(variant.product, sku=" GHE-01 ")
    assert refused.value.problems[0].code == "UNIQUE"
    other = make_variant(variant.product, sku="GHE-02")
    with pytest.raises(Refused):
        update_variant(variant=other, sku="GHE-01")
    delete_variant(variant=variant)
    assert update_variant(variant=other, sku="GHE-01").sku == "GHE-01"


def test_deleting_keeps_the_rows_for_orders() -> None:
    variant = make_variant()
    delete_product(product=variant.product)
    assert not Product.objects.current().exists()
    assert not ProductVariant.objects.current().exists()
    assert ProductVariant.objects.get() == variant


def test_every_change_counts_the_version_up() -> None:
    variant = make_variant()
    before = Product.objects.get().search_version
    update_variant(variant=variant, name="Đỏ")
    translate_product(product=variant.product, language="nl", texts={"name": "Stoel"})
    assert Product.objects.get().search_version == before + 2


def test_translations_are_cleaned_and_bounded() -> None:
    product = make_product()
    translate_product(product=product, language="en", texts={"name": " Oak\nchair ", "description": "<p onx=1>a</p>"})
    stored = {row.field: row.text for row in translations_of("catalog.Product", [product.pk])[str(product.pk)]}
    assert stored == {"name": "Oak chair", "description": "<p>a</p>"}
    for language, texts in (("vi", {"name": "x"}), ("xx", {"name": "x"}), ("nl", {"name": "x" * 251})):
        with pytest.raises(Refused):
            translate_product(product=product, language=language, texts=texts)
