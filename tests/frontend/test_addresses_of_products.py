"""A product's page in every language has an address of its own, and every former one leads there."""

import json
import re
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client

from catalog.models import Product
from catalog.products.addresses import renew_product_slugs
from catalog.products.translate import translate_product
from catalog.products.update import update_product
from tests.factories.catalog import make_category, make_product, make_sellable_variant
from tests.factories.channels import make_channel

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Product:
    product = make_product(name="Bàn ăn gỗ sồi", category=make_category(), description="<p>Gỗ &amp; sơn</p>")
    make_sellable_variant(make_channel("eu"), product=product)
    translate_product(product=product, language="en", texts={"name": "Oak table </script><b>"})
    translate_product(product=product, language="ja", texts={"name": "オークの机"})
    renew_product_slugs([product.pk])
    return product


def _head(html: str) -> str:
    return html[: html.index("</head>")]


def test_wrong_and_former_slugs_lead_to_the_right_one_for_good(client: Client, table: Product) -> None:
    right = "/en/eu/products/oak-table-script-b"
    assert client.get(right).status_code == 200
    for slug in (table.slug, quote("オークの机")):
        moved = client.get(f"/en/eu/products/{slug}?quantity=4")
        assert (moved.status_code, moved["Location"]) == (301, f"{right}?quantity=4")
    assert client.get(f"/ja/eu/products/{quote('オークの机')}").status_code == 200
    assert client.get("/ko/eu/products/oak-table-script-b").status_code == 200, "Korean falls back to English"
    assert client.get(f"/vi/eu/products/{table.slug}").status_code == 200
    update_product(product=table, by=None, name="Bàn tròn")
    Product.objects.filter(pk=table.pk).update(approval="APPROVED")
    renew_product_slugs([table.pk])
    assert client.get(f"/vi/eu/products/{table.slug}")["Location"] == "/vi/eu/products/ban-tron"
    assert client.get("/vi/eu/products/nothing-like-it").status_code == 404


def test_a_slug_of_a_product_that_is_not_public_says_nothing(client: Client, table: Product) -> None:
    Product.objects.filter(pk=table.pk).update(approval="DRAFT")
    assert client.get("/vi/eu/products/oak-table-script-b").status_code == 404


def test_the_head_names_every_language_and_one_address(client: Client, table: Product) -> None:
    head = _head(client.get("/en/eu/products/oak-table-script-b?quantity=4").content.decode())
    assert re.search(r'rel="canonical" href="[^"]+/en/eu/products/oak-table-script-b"', head)
    links = dict(re.findall(r'rel="alternate" hreflang="([^"]+)" href="[^"]+?(/[a-zA-Z-]+/eu/[^"]+)"', head))
    assert links["ja"] == f"/ja/eu/products/{quote('オークの机')}"
    assert links["x-default"] == links["en"] == links["nl"].replace("/nl/", "/en/")
    assert links["vi"] == f"/vi/eu/products/{table.slug}"
    assert "noindex" not in head


def test_a_list_with_choices_is_not_to_be_kept(client: Client, table: Product) -> None:
    plain, chosen = (_head(client.get(f"/en/eu/products{query}").content.decode()) for query in ("", "?q=oak"))
    assert "noindex" not in plain and 'hreflang="x-default"' in plain
    assert 'content="noindex, follow"' in chosen and "hreflang=" not in chosen
    assert re.search(r'rel="canonical" href="[^"]+/en/eu/products"', chosen)


def _data(html: str) -> list[dict[str, Any]]:
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    return [json.loads(block) for block in blocks]


def test_data_for_machines_is_escaped_and_true(client: Client, table: Product) -> None:
    html = client.get("/en/eu/products/oak-table-script-b").content.decode()
    product, way = _data(html)
    assert product["name"] == "Oak table </script><b>"
    assert "</script><b>" not in html
    assert product["description"] == "Gỗ & sơn"
    assert product["offers"]["priceCurrency"] == "EUR"
    assert way["itemListElement"][-1]["item"] == product["url"]
    maker = _data(client.get(f"/en/eu/makers/{table.seller.slug}").content.decode())[0]
    assert all(each.startswith("http") for each in product.get("image", []))
    assert (maker["@type"], maker["name"]) == ("Organization", table.seller.name)
