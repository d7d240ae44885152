"""The product page and what leads from it: favourites, comparison, what was seen, reviews."""

import re
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from catalog.favorites.favorite import Favorite
from catalog.models import Product, Review, ReviewReport
from catalog.products.related.choose import Choice, choose_related
from catalog.products.update import update_product
from catalog.reviews.answer import answer_review
from marketplace.accounts.models import User
from marketplace.channels.models import Channel
from marketplace.graphql import to_global_id
from tests.factories.accounts import make_user
from tests.factories.catalog import make_category, make_media, make_product
from tests.factories.channels import make_channel
from tests.factories.orders import make_chair
from tests.factories.reputation import make_certificate, make_invitation, make_review
from tests.frontend.conftest import post
from tests.frontend.desk_visitors import carried_out, read, refused, sign_in

pytestmark = pytest.mark.django_db
SHOP = "/en/eu"


@pytest.fixture
def eu() -> Channel:
    return make_channel("eu")


@pytest.fixture
def chair(eu: Channel) -> Product:
    product = make_product(slug="ghe", name="Ghế", source_language="en", category=make_category())
    make_media(product)
    make_chair(eu, product=product, tiers=[(10, Decimal(110))], moq=2, order_multiple=2, lead_time_days=21)
    return product


def another(eu: Channel, chair: Product, slug: str, name: str) -> Product:
    product = make_product(slug=slug, name=name, source_language="en", category=chair.category, seller=chair.seller)
    make_chair(eu, product=product)
    return product


@pytest.fixture
def buyer(browser: Client) -> User:
    user = make_user(first_name="Sanne")
    sign_in(browser, user)
    return user


def test_the_page_says_what_the_trade_asks(browser: Client, chair: Product) -> None:
    update_product(
        product=chair,
        by=None,
        hs_code="94016900",
        species="Hevea brasiliensis",
        restrictions=["TIMBER"],
        sample_available=True,
        sample_price_amount=Decimal(15),
        sample_price_currency="USD",
        is_hazardous=True,
        un_number="1263",
    )
    html = read(browser, f"{SHOP}/products/ghe")
    trade = ("9401.69.00", "Hevea brasiliensis", "US$15.00", "UN 1263", "Timber", "21 days", "4 kg", "2 to 9 pieces")
    for words in trade:
        assert words in html, words
    assert "from 10 pieces" in html and 'type="image/avif"' in html and "2048.webp" in html


def test_only_certificates_in_force_are_shown(browser: Client, chair: Product) -> None:
    make_certificate(chair, number="VALID-1", scheme="PEFC")
    make_certificate(chair, number="OVER-1", valid_until=timezone.now().date() - timedelta(days=1))
    html = read(browser, f"{SHOP}/products/ghe")
    assert "VALID-1" in html and "PEFC" in html
    assert "OVER-1" not in html and ">FSC" not in html


def test_reviews_are_shown_with_their_language_and_answer(browser: Client, chair: Product) -> None:
    review = make_review(chair, rating=4, text="Mooi <b>gemaakt</b>")
    answer_review(review=review, text="Thank you", language="en", by=None)
    make_review(chair, rating=1, text="Nog niet gelezen", approved=False)
    html = read(browser, f"{SHOP}/products/ghe")
    assert 'lang="nl"' in html and "written in Dutch" in html and "Mooi &lt;b&gt;gemaakt&lt;/b&gt;" in html
    assert "Sanne, Netherlands" in html and "Thank you" in html
    assert "Nog niet gelezen" not in html and "1 review" in html
    all_of_them = read(browser, f"{SHOP}/products/ghe/reviews?stars=4")
    assert "gemaakt" in all_of_them and "Report this review" in all_of_them
    assert "gemaakt" not in read(browser, f"{SHOP}/products/ghe/reviews?stars=5")


def test_favourites_are_kept_listed_and_let_go(browser: Client, buyer: User, chair: Product) -> None:
    page, product = f"{SHOP}/products/ghe", to_global_id("Product", chair.pk)
    assert "Among your favourites" in carried_out(browser, page, "keep_favorite", product=product)
    assert Favorite.objects.get().user == buyer
    assert 'href="/en/eu/products/ghe"' in read(browser, f"{SHOP}/favourites")
    assert "Nothing kept yet" in carried_out(browser, f"{SHOP}/favourites", "drop", product=product)
    assert not Favorite.objects.exists()


def test_a_line_of_the_basket_waits_among_the_favourites(browser: Client, buyer: User, chair: Product) -> None:
    variant = chair.variants.get()
    add = {"variantId": to_global_id("ProductVariant", variant.pk), "quantity": "2"}
    html = carried_out(browser, f"{SHOP}/products/ghe", "add", **add)
    assert "With 8 more, each piece costs €110.00." in html
    line = html.split('name="lineId" value="')[1].split('"')[0]
    product = to_global_id("Product", chair.pk)
    html = carried_out(browser, f"{SHOP}/basket", "keep_for_later", lineId=line, product=product)
    assert "It waits among your favourites." in html and "Your basket is empty" in html
    assert Favorite.objects.get().user == buyer


def test_a_stranger_is_asked_to_sign_in_before_keeping(browser: Client, chair: Product) -> None:
    answer: Any = post(browser, f"{SHOP}/products/ghe", "keep_favorite", product=to_global_id("Product", chair.pk))
    assert answer.status_code == 302 and "/sign-in" in answer.headers["Location"]
    assert not Favorite.objects.exists()


def test_what_was_looked_at_is_remembered_by_the_browser_alone(browser: Client, eu: Channel, chair: Product) -> None:
    another(eu, chair, "ban", "Table")
    make_product(slug="ke", source_language="en")
    read(browser, f"{SHOP}/products/ban")
    cookie = browser.cookies["seen"]
    assert cookie["httponly"] and cookie["samesite"] == "Lax" and cookie["max-age"] == 7 * 24 * 3600
    html = read(browser, f"{SHOP}/products/ghe?beside=1")
    assert "You looked at" in html and "Table" in html
    assert browser.cookies["seen"].value.count("~") == 1
    assert "You looked at" not in carried_out(browser, f"{SHOP}/products/ghe?beside=1", "forget_seen")


@pytest.mark.parametrize("header", ["HTTP_SEC_GPC", "HTTP_DNT"])
def test_who_asks_not_to_be_tracked_is_not_remembered(browser: Client, chair: Product, header: str) -> None:
    browser.get(f"{SHOP}/products/ghe", **{header: "1"})  # type: ignore[arg-type]  # a header
    assert "seen" not in browser.cookies


@pytest.mark.parametrize("value", ["~~~", "x" * 5000, "'; drop table", "UHJvZHVjdDo5OTk5~Zm9v", "UHJvZHVjdDow~" * 99])
def test_a_cookie_that_was_tampered_with_does_no_harm(browser: Client, chair: Product, value: str) -> None:
    browser.cookies["seen"] = value
    read(browser, f"{SHOP}/products/ghe?beside=1")
    assert browser.get(f"{SHOP}/products/ghe/beside").status_code == 200
    read(browser, f"{SHOP}/compare")


def test_neighbours_are_the_sellers_choice_then_the_category(browser: Client, eu: Channel, chair: Product) -> None:
    table, bench = another(eu, chair, "ban", "Table"), another(eu, chair, "bang", "Bench")
    choose_related(product=chair, choices=[Choice(table)])
    html = browser.get(f"{SHOP}/products/ghe/beside").content.decode()
    assert "<html" not in html
    beside, similar = html.split("Goes well with it")[1].split("More like this")
    assert table.name in beside and bench.name not in beside
    assert bench.name in similar and table.name not in similar


def test_neighbours_of_a_product_that_is_not_there_are_not_there(browser: Client, chair: Product) -> None:
    assert browser.get(f"{SHOP}/products/nothing/beside").status_code == 404


def test_up_to_four_stand_side_by_side(browser: Client, eu: Channel, chair: Product) -> None:
    for number in range(4):
        another(eu, chair, f"ban-{number}", f"Table {number}")
    update_product(product=chair, by=None, species="Hevea brasiliensis")
    slugs = ["ghe", "ban-0", "ban-1", "ban-2", "ban-3", "ghe", "nothing"]
    html = read(browser, f"{SHOP}/compare?" + "&".join(f"p={slug}" for slug in slugs))
    table = html.split("<table")[1].split("</table")[0]
    assert len(re.findall('<th scope="col"', table)) == 4 and "Table 3" not in table
    assert "Only the first four" in html and "Hevea brasiliensis" in table and "not stated" in table
    two = read(browser, f"{SHOP}/compare?p=ghe&p=nothing")
    assert "not sold in this market" in two and "p=ghe&amp;p=ban-" in two
    assert "Nothing to compare yet" in read(browser, f"{SHOP}/compare")
    read(browser, f"{SHOP}/compare?p=%00&p=" + "x" * 999)


def test_who_bought_writes_changes_and_takes_back_a_review(browser: Client, buyer: User, chair: Product) -> None:
    page = f"{SHOP}/review/{to_global_id('ReviewInvitation', make_invitation(chair, user=buyer).pk)}"
    assert "Shown as: Sanne, Netherlands" in read(browser, page)
    assert "needed" in refused(browser, page, "save", rating="", text="Mooi", languageCode="nl")
    assert "whole number" in refused(browser, page, "save", rating="five", text="Mooi", languageCode="nl")
    assert "between 1 and 5" in refused(browser, page, "save", rating="9", text="Mooi", languageCode="nl")
    assert "waits to be read" in carried_out(browser, page, "save", rating="4", text="Mooi", languageCode="nl")
    carried_out(browser, page, "save", rating="5", text="Heel mooi", languageCode="nl")
    review = Review.objects.get()
    assert (review.rating, review.text, review.language, review.author) == (5, "Heel mooi", "nl", buyer)
    carried_out(browser, page, "take_back")
    assert not Review.objects.exists()


def test_a_guest_comes_with_the_token(browser: Client, chair: Product) -> None:
    right = make_invitation(chair)
    page = f"{SHOP}/review/{to_global_id('ReviewInvitation', right.pk)}"
    read(browser, page, status=404)
    read(browser, f"{page}?token=x", status=404)
    carried_out(browser, f"{page}?token={right.token}", "save", rating="3", text="", languageCode="en")
    assert Review.objects.get().rating == 3


def test_a_review_is_reported_with_a_reason(browser: Client, buyer: User, chair: Product) -> None:
    page = f"{SHOP}/review/{to_global_id('ProductReview', make_review(chair).pk)}/report"
    refused(browser, page, "report", reason="UGLY")
    carried_out(browser, page, "report", reason="PRIVATE", text="Names me")
    assert [(row.reason, row.reporter) for row in ReviewReport.objects.all()] == [("PRIVATE", buyer)]
