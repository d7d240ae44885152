"""Slugs of products: any that ever was leads to the product, and new products keep off them."""

import pytest
from django.core.management import call_command

from catalog.events import ProductChanged, ProductsChanged
from catalog.products.addresses import (
    find_product,
    renew_product_slugs,
    renew_slugs_of_product,
    renew_slugs_of_products,
    slugs_in,
)
from catalog.products.slug import unique_slug
from catalog.products.translate import translate_product
from catalog.products.update import update_product
from tests.factories.catalog import make_product

pytestmark = pytest.mark.django_db


def test_names_make_addresses_and_former_ones_stay() -> None:
    product = make_product(name="Bàn ăn")
    translate_product(product=product, language="en", texts={"name": "Dining table"})
    renew_slugs_of_product(ProductChanged(product_id=product.pk))
    assert slugs_in("en", [product]) == slugs_in("nl", [product]) == ["dining-table"]
    assert slugs_in("vi", [product]) == [product.slug]
    update_product(product=product, by=None, name="Bàn tròn")
    translate_product(product=product, language="en", texts={"name": "Round table"})
    renew_slugs_of_products(ProductsChanged(product_ids=[product.pk, 10**9]))
    assert slugs_in("en", [product]) == ["round-table"]
    assert slugs_in("vi", [product]) == ["ban-tron"]
    for slug in (product.slug, "ban-tron", "dining-table", "round-table"):
        assert find_product(slug) == product.pk
    assert find_product("no-such-thing") is None
    assert find_product("x" * 10_000) is None


def test_a_new_product_never_takes_a_former_address() -> None:
    product = make_product(name="Bàn")
    translate_product(product=product, language="en", texts={"name": "Table"})
    renew_product_slugs([product.pk])
    translate_product(product=product, language="en", texts={"name": "Desk"})
    renew_product_slugs([product.pk])
    assert unique_slug("Table") == "table-2"


def test_a_name_that_is_another_products_address_is_numbered() -> None:
    make_product(slug="oak-table")
    product = make_product(name="Bàn sồi")
    translate_product(product=product, language="en", texts={"name": "Oak table"})
    renew_product_slugs([product.pk])
    assert slugs_in("en", [product]) == ["oak-table-2"]


def test_the_command_gives_addresses_to_all_that_lack_them(capsys: pytest.CaptureFixture[str]) -> None:
    product = make_product(name="Bàn")
    translate_product(product=product, language="en", texts={"name": "Table"})
    call_command("renew_slugs")
    assert capsys.readouterr().out == "1 addresses are new or changed.\n"
    assert slugs_in("en", [product]) == ["table"]
    call_command("renew_slugs")
    assert capsys.readouterr().out == "0 addresses are new or changed.\n"
