"""Whose links are served: goods that were sold are traced for ever, everything else follows the catalogue."""

from typing import Any

import pytest
from django.test import Client
from django.urls import resolve as django_resolve

from catalog.products.listing import ProductChannelListing
from catalog.products.product import Product
from catalog.traceability.links.check_href import BadHref, check_href
from catalog.traceability.links.public_uri import NoPublicUri, public_uri
from catalog.traceability.recall.recall import Recall
from marketplace.sellers.models import Seller
from marketplace.sellers.seller import SellerStatus
from tests.catalog.traceability.links.conftest import GTIN, Goods
from tests.factories.recalls import make_recalled


def test_a_suspended_sellers_goods_can_still_be_traced_and_nothing_else(goods: Goods, ask: Any) -> None:
    goods.link(goods.product_path, is_default=True)
    Seller.objects.filter(pk=goods.variant.seller_id).update(status=SellerStatus.SUSPENDED)
    assert ask(goods.piece_path)["Location"].endswith(f"/t/{goods.code.code}")
    assert ask(goods.lot_path)["Location"].endswith(f"/t/{goods.code.code}?by=lot")
    for path in (goods.product_path, f"{goods.piece_path}?linkType=gs1:instructions", f"/master-data/01/{GTIN}"):
        assert ask(path).status_code == 404, path


def test_a_product_that_is_not_shown_has_no_page(goods: Goods, ask: Any) -> None:
    ProductChannelListing.objects.update(is_published=False)
    for path in (goods.product_path, f"{goods.product_path}?linkType=gs1:masterData", f"/master-data/01/{GTIN}"):
        assert ask(path).status_code == 404, path
    goods.link(goods.product_path)
    assert ask(goods.product_path)["Location"] == "https://moc-an.example/instructions", "the only link is the default"


def test_an_archived_products_lot_is_found(goods: Goods, ask: Any) -> None:
    Product.objects.update(archived_at=goods.lot.created_at)
    assert ask(goods.lot_path)["Location"].endswith(f"/t/{goods.code.code}?by=lot")


def test_a_stroke_within_a_value_is_none_between_values(goods: Goods, settings: Any) -> None:
    lot = type(goods.lot).objects.create(
        seller=goods.lot.seller, variant=goods.variant, number="A/7", produced_on=goods.lot.produced_on,
        quantity=1, place="Xưởng",
    )  # fmt: skip
    raw = f"/01/{GTIN}/10/A%2F7"
    goods.link(raw, is_default=True)
    answer = Client().get(f"/01/{GTIN}/10/A/7", REQUEST_URI=raw)
    assert (answer.status_code, answer["Location"]) == (307, "https://moc-an.example/instructions")
    assert public_uri(f"https://id.gs1.org{raw}") == f"{settings.PUBLIC_URL}{raw}"
    with pytest.raises(NoPublicUri):
        public_uri(f"urn:uuid:{lot.pk}")


PAGES = {
    "/": "front-door", "/health": "health", "/robots.txt": "robots", "/sitemap.xml": "sitemap", "/theme": "theme",
    "/nl": None, "/zh-Hans": None, "/nl/eu": None, "/t/7K3M9QXW2T4BC": "trace-door", "/nl/t": "trace-form",
    "/documents/abcdefghijkl": "document", "/graphql/": "graphql", "/en/seller/moc-an/lots": "seller-lots",
    "/media/a.webp": "media",
}  # fmt: skip


def test_no_page_of_the_site_is_swallowed() -> None:
    for path, name in PAGES.items():
        assert django_resolve(path).url_name == name, path
    for path in (f"/01/{GTIN}", "/00/1", "/8004/x/7040/y", "/gtin/1", "/414/1?a=b".partition("?")[0]):
        assert django_resolve(path).url_name == "digital-link", path
    assert django_resolve("/CxBCUPJCts5Z32mmmo").url_name == "compressed-link"


def test_addresses_that_links_may_have() -> None:
    assert check_href(" HTTPS://Moc-An.example/a?b=c#d ") == "https://moc-an.example/a?b=c#d"
    assert check_href("https://mộc-an.example/") == "https://xn--mc-an-4b2b.example/"
    for wrong in (
        "", "http://a.example/", "//a.example/", "https:/a.example", "https://a/", "https://localhost/",
        "https://127.0.0.1/", "https://2130706433/", "https://[::1]/", "https://a.example:8443/",
        "https://u:p@a.example/", "https://a.example\\@b.example/", "https://a.example/\r\nSet-Cookie: x",
        "https://a.example/ü", "https://a.example/%zz", "https://a.internal/", "javascript:alert(1)",
        f"https://a.example/{'x' * 500}", "https://-a.example/", "https://a..example/", "https://a.example/<b>",
    ):  # fmt: skip
        with pytest.raises(BadHref):
            check_href(wrong)


def test_a_lot_that_is_called_back_leads_to_the_notice(goods: Goods, ask: Any) -> None:
    goods.link(goods.lot_path, is_default=True)
    make_recalled(goods.lot)
    page = f"/t/{goods.code.code}"
    assert ask(goods.lot_path)["Location"].endswith(f"{page}?by=lot")
    assert ask(f"{goods.piece_path}?linkType=gs1:recallStatus")["Location"].endswith(page)
    Recall.objects.update(closed_at=goods.lot.created_at)
    assert ask(goods.lot_path)["Location"] == "https://moc-an.example/instructions"
    assert ask(f"{goods.piece_path}?linkType=gs1:recallStatus").status_code == 404
