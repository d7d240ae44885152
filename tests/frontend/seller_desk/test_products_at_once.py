"""Many products at once and rows changed in place: seen first, done, undone; what is wrong stands beside its field."""

import re

from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.models import Product, VariantChannelListing
from catalog.stock.stock import Stock
from marketplace.graphql import to_global_id
from tests.factories.catalog import make_product, make_variant
from tests.frontend.seller_desk.conftest import Person
from tests.frontend.seller_desk.world import Desk


def ids(*products: Product) -> list[str]:
    return [to_global_id("Product", product.pk) for product in products]


def fingerprint(html: str) -> str:
    found = re.search(r'name="fingerprint" value="(\w+)"', html)
    assert found
    return found[1]


def test_a_change_is_seen_made_and_undone(desk: Desk, owner: Person) -> None:
    listing = VariantChannelListing.objects.get(variant=desk.chair, channel__slug="eu")
    asked = {"ids": ids(desk.product), "kind": "PRICE_PERCENT", "percent": "2,5", "at": "eu"}
    seen = owner.send("products", "look", **asked)
    html = seen.content.decode()
    assert seen.status_code == 200
    assert "€120.00" in html and "€123.00" in html
    assert VariantChannelListing.objects.get(pk=listing.pk).price_amount == 120
    assert owner.done("products", "make", **asked, fingerprint=fingerprint(html))
    assert VariantChannelListing.objects.get(pk=listing.pk).price_amount == 123
    html = owner.see("products")
    change = re.search(r'name="change" value="([^"]+)"', html)
    assert change and "Prices of 1 product changed" in html
    assert owner.done("products", "undo", change=change[1])
    assert VariantChannelListing.objects.get(pk=listing.pk).price_amount == 120
    assert 'name="change"' not in owner.see("products")


def test_products_are_published_and_taken_out_at_once(desk: Desk, owner: Person) -> None:
    for kind, is_shown in (("UNPUBLISH", False), ("PUBLISH", True)):
        asked = {"ids": ids(desk.product), "kind": kind, "at": "eu"}
        html = owner.send("products", "look", **asked).content.decode()
        assert owner.done("products", "make", **asked, fingerprint=fingerprint(html))
        assert desk.product.channel_listings.get(channel__slug="eu").is_published is is_shown


def test_wrong_wishes_are_told_and_keep_what_was_ticked(desk: Desk, owner: Person) -> None:
    chosen = ids(desk.product)
    for asked, words in (
        ({"kind": "PUBLISH", "at": "eu"}, "Tick at least one"),
        ({"kind": "DANCE", "ids": chosen}, "Choose what to do"),
        ({"kind": "PUBLISH", "ids": chosen, "at": "mars"}, "Choose one of the list"),
        ({"kind": "PRICE_PERCENT", "ids": chosen, "at": "", "percent": "x"}, "Write a number"),
        ({"kind": "PRICE_PERCENT", "ids": chosen, "at": "", "percent": "900"}, "Between -90 and 500"),
        ({"kind": "LEAD_TIME", "ids": chosen, "days": "9999"}, "between 0 and 730"),
    ):
        html = owner.refused("products", "look", **asked)
        assert words in html, asked
        if "ids" in asked:
            assert re.search(rf'value="{chosen[0]}" checked', html), asked
    again = owner.refused("products", "make", ids=chosen, kind="LEAD_TIME", days="8", fingerprint="0" * 64)
    assert "Look at the changes again" in again


def test_a_row_saves_name_price_and_stock_each_by_itself(desk: Desk, owner: Person) -> None:
    product, key = desk.product, ids(desk.product)[0]
    fields = {"product": key, f"name-{key}": "Ghế ăn mới", f"price-{key}": "130,50", f"stock-{key}": "77"}
    assert owner.done("products?market=eu", "save_row", **fields)
    product.refresh_from_db()
    assert product.name == "Ghế ăn mới"
    assert VariantChannelListing.objects.get(variant=desk.chair, channel__slug="eu").price_amount * 2 == 261
    html = owner.refused("products?market=eu", "save_row", **{**fields, f"name-{key}": "", f"price-{key}": "131"})
    assert "A product needs a name" in html
    assert VariantChannelListing.objects.get(variant=desk.chair, channel__slug="eu").price_amount == 131
    for wrong, words in (({f"price-{key}": "abc"}, "Write an amount"), ({f"stock-{key}": "many"}, "whole number")):
        assert words in owner.refused("products?market=eu", "save_row", product=key, **wrong)
    assert "not on the page" in owner.refused("products", "save_row", product=ids(make_product())[0])
    assert Stock.objects.filter(variant=desk.chair).exists()


def test_filters_narrow_and_nonsense_does_not(desk: Desk, owner: Person) -> None:
    desk.fill()
    assert "Ghế ăn gỗ sồi lưng mây" not in owner.see("products?stock=no")
    assert "Ghế ăn gỗ sồi lưng mây" in owner.see("products?stock=yes&market=eu&category=nothing")


def test_the_table_asks_as_much_for_ten_products_as_for_two(desk: Desk, owner: Person) -> None:
    make_variant(desk.draft)
    owner.see("products")
    with CaptureQueriesContext(connection) as few:
        owner.see("products")
    for _number in range(8):
        make_variant(make_product(seller=desk.cast.woodworks.seller))
    with CaptureQueriesContext(connection) as many:
        owner.see("products")
    assert len(many) == len(few)
