"""Sitemaps: well-formed, only what is public, and every page in every language."""

from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from django.test import Client

from catalog.models import Product
from catalog.products import sitemap
from catalog.products.addresses import renew_product_slugs
from catalog.products.translate import translate_product
from i18n.languages import LANGUAGES
from tests.factories.catalog import make_product, make_sellable_variant
from tests.factories.channels import make_channel
from tests.factories.expo import make_exhibitor, make_expo
from tests.factories.sellers import make_seller

pytestmark = pytest.mark.django_db
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def _read(client: Client, path: str) -> ElementTree.Element:
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    content = b"".join(response) if response.streaming else response.content  # type: ignore[arg-type]
    return ElementTree.fromstring(content)  # noqa: S314  # our own file


def _locations(root: ElementTree.Element) -> list[str]:
    return [found.text or "" for found in root.findall(".//s:loc", NAMES)]


@pytest.fixture
def bowl() -> Product:
    product = make_product(name="Bát sơn mài & tre", seller=make_seller(slug="moc-vi-du"))
    make_sellable_variant(make_channel("eu"), product=product)
    translate_product(product=product, language="ja", texts={"name": "漆の椀"})
    renew_product_slugs([product.pk])
    return product


def test_the_index_names_each_language_and_part(client: Client, bowl: Product) -> None:
    found = _locations(_read(client, "/sitemap.xml"))
    part = bowl.pk // sitemap.PART
    for language in LANGUAGES:
        assert any(each.endswith(f"/sitemaps/{language}/eu/pages.xml") for each in found)
        assert any(each.endswith(f"/sitemaps/{language}/eu/products-{part}.xml") for each in found)
    assert not any("/us/products-" in each for each in found), "nothing is sold there"
    assert f"Sitemap: {found[0].partition('/sitemaps')[0]}/sitemap.xml" in client.get("/robots.txt").content.decode()


def test_a_product_is_in_every_language_under_its_name_there(client: Client, bowl: Product) -> None:
    root = _read(client, f"/sitemaps/vi/eu/products-{bowl.pk // sitemap.PART}.xml")
    (location,) = _locations(root)
    assert location.endswith("/vi/eu/products/bat-son-mai-tre")
    links = {each.get("hreflang"): each.get("href") or "" for each in root.findall(".//x:link", NAMES)}
    assert set(links) == {*LANGUAGES, "x-default"}
    assert links["ja"].endswith(f"/ja/eu/products/{quote('漆の椀')}")
    assert root.find(".//s:lastmod", NAMES) is not None
    assert client.get("/vi/eu/products/bat-son-mai-tre").status_code == 200


def test_only_what_is_public_is_there(client: Client, bowl: Product) -> None:
    part = bowl.pk // sitemap.PART
    Product.objects.filter(pk=bowl.pk).update(approval="DRAFT")
    assert client.get(f"/sitemaps/vi/eu/products-{part}.xml").status_code == 404
    pages = _locations(_read(client, "/sitemaps/nl/eu/pages.xml"))
    assert any(each.endswith("/nl/eu/makers/moc-vi-du") for each in pages)
    assert any(each.endswith("/nl/eu/ranking") for each in pages)
    assert not any("/basket" in each or "/seller/" in each for each in pages)
    bowl.seller.status = "suspended"
    bowl.seller.save()
    assert not any("moc-vi-du" in each for each in _locations(_read(client, "/sitemaps/nl/eu/pages.xml")))


@pytest.mark.parametrize("path", ["vi/xx/pages.xml", "vi/xx/products-0.xml", "vi/eu/products-99999999999.xml"])
def test_what_is_not_there(client: Client, bowl: Product, path: str) -> None:
    assert client.get(f"/sitemaps/{path}").status_code == 404


def test_a_part_goes_on_after_each_thousand(client: Client, bowl: Product, monkeypatch: pytest.MonkeyPatch) -> None:
    make_sellable_variant(make_channel("eu"), product=make_product(seller=bowl.seller))
    monkeypatch.setattr(sitemap, "AT_ONCE", 1)
    root = _read(client, f"/sitemaps/vi/eu/products-{bowl.pk // sitemap.PART}.xml")
    assert len(_locations(root)) == len(set(_locations(root))) == 2


def test_the_exhibitors_of_a_fair_have_a_sitemap_of_their_own(client: Client) -> None:
    make_channel("eu")
    expo, hidden = make_expo(slug="hoi-cho"), make_expo(slug="bi-mat", is_published=False)
    for _number in range(3):
        make_exhibitor(expo)
    make_exhibitor(hidden)
    index = _locations(_read(client, "/sitemap.xml"))
    assert any(each.endswith("/sitemaps/ko/eu/fair-hoi-cho.xml") for each in index)
    assert not any("bi-mat" in each for each in index)
    assert client.get("/sitemaps/ko/eu/fair-bi-mat.xml").status_code == 404
    root = _read(client, "/sitemaps/ko/eu/fair-hoi-cho.xml")
    assert len(_locations(root)) == 3
    links = {each.get("hreflang") for each in root.findall(".//x:link", NAMES)}
    assert links == {*LANGUAGES, "x-default"}
