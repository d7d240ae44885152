"""Exhibitors: written down, changed, linked to their seller, with what they show."""

import pytest
from django.test import Client

from marketplace.expo.models import Exhibitor
from marketplace.graphql import to_global_id
from tests.frontend.desk_visitors import carried_out, read, refused, sign_in
from tests.frontend.expo_desk.world import Preparation, make_preparation

pytestmark = pytest.mark.django_db
FIELDS = {"name": "Gốm Thử Mới", "country": "VN", "sourceLanguage": "vi", "categories": "gốm; chén, bát"}


@pytest.fixture
def fair(browser: Client) -> Preparation:
    made = make_preparation()
    sign_in(browser, made.officer)
    return made


@pytest.mark.parametrize("asked", ["q=keramiek", "country=NL", "category=ceramics"])
def test_the_directory_is_searched(browser: Client, fair: Preparation, asked: str) -> None:
    html = read(browser, f"{fair.fair}/exhibitors?{asked}")
    assert fair.guest.name in html
    assert fair.exhibitor.name not in html


def test_by_hall_are_those_who_have_a_booth_there(browser: Client, fair: Preparation) -> None:
    html = read(browser, f"{fair.fair}/exhibitors?hall={to_global_id('Hall', fair.hall.pk)}")
    assert fair.exhibitor.name in html
    assert fair.guest.name not in html


def test_an_exhibitor_is_written_down(browser: Client, fair: Preparation) -> None:
    path = f"{fair.fair}/exhibitors/new"
    html = refused(browser, path, "create", **{**FIELDS, "email": "not an address"})
    assert 'value="Gốm Thử Mới"' in html
    html = carried_out(browser, path, "create", **FIELDS)
    assert "The exhibitor is added." in html
    assert Exhibitor.objects.get(name="Gốm Thử Mới").categories == ["gốm", "chén", "bát"]


def test_an_entry_is_changed_and_translated(browser: Client, fair: Preparation) -> None:
    refused(browser, fair.entry, "update", **{**FIELDS, "name": ""})
    carried_out(browser, fair.entry, "update", **FIELDS, phone="0274 3822 222")
    fair.exhibitor.refresh_from_db()
    assert fair.exhibitor.name == "Gốm Thử Mới"
    html = carried_out(browser, f"{fair.entry}?language=ja", "translate", language="ja", name="陶器", description="")
    assert 'value="陶器"' in html
    refused(browser, fair.entry, "translate", language="ja", name="x" * 300, description="")


def test_a_seller_is_suggested_for_a_reason_and_linked_by_a_person(browser: Client, fair: Preparation) -> None:
    html = read(browser, fair.entry)
    assert "the same tax code" in html
    refused(browser, fair.entry, "link", sellerId="")
    carried_out(browser, fair.entry, "link", sellerId=to_global_id("Seller", fair.seller.pk))
    fair.exhibitor.refresh_from_db()
    assert fair.exhibitor.seller == fair.seller
    carried_out(browser, fair.entry, "unlink")
    fair.exhibitor.refresh_from_db()
    assert fair.exhibitor.seller is None


def test_a_seller_is_found_by_name(browser: Client, fair: Preparation) -> None:
    assert to_global_id("Seller", fair.seller.pk) in read(browser, f"{fair.entry}?find=M%E1%BB%99c")
    assert "No approved seller of this name." in read(browser, f"{fair.entry}?find=nobody")


def test_exhibits_are_products_of_the_seller_or_names(browser: Client, fair: Preparation) -> None:
    carried_out(browser, fair.entry, "link", sellerId=to_global_id("Seller", fair.seller.pk))
    refused(browser, fair.entry, "show_product", productId="")
    html = carried_out(browser, fair.entry, "show_product", productId=to_global_id("Product", fair.product.pk))
    assert "Ghế trưng bày" in html
    refused(browser, fair.entry, "show_title", title="")
    carried_out(browser, fair.entry, "show_title", title="Máy tiện")
    shown = fair.exhibitor.exhibits.order_by("pk")
    assert [exhibit.title or exhibit.product_id for exhibit in shown] == [fair.product.pk, "Máy tiện"]
    first = shown.first()
    assert first is not None
    carried_out(browser, fair.entry, "unshow", exhibit=to_global_id("Exhibit", first.pk))
    assert fair.exhibitor.exhibits.count() == 1


def test_an_exhibitor_is_removed_and_its_booth_is_free(browser: Client, fair: Preparation) -> None:
    html = carried_out(browser, fair.entry, "delete")
    assert "The exhibitor is removed." in html
    fair.taken.refresh_from_db()
    assert fair.taken.status == "FREE"
