"""The basket says what it costs at the door: delivery, duty and tax by country, or why it cannot say."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalog.models import Product
from frontend.storefront.basket_cost import MOST_GOODS, door_cost, goods_of
from frontend.visit import signed_basket
from logistics.graphql.landed_cost_query import MOST_LINES
from marketplace.graphql import to_global_id
from orders.checkout.checkout import Checkout
from tests.factories.catalog import make_product
from tests.factories.orders import make_chair, make_checkout
from tests.frontend.desk_visitors import read
from tests.frontend.soundness import problems

BASKET = "/en/eu/basket"


def open_basket(checkout: Checkout) -> Client:
    browser = Client()
    browser.cookies["basket_eu"] = signed_basket(to_global_id("Checkout", checkout.pk))
    return browser


def chair(**overrides: Any) -> Any:
    return make_chair(product=make_product(hs_code="94036010", **overrides))


def line(kind: str, amount: str | None, payer: str = "BUYER") -> dict[str, Any]:
    money = {"amount": Decimal(amount), "currency": "EUR"} if amount else None
    return {"kind": kind, "amount": money, "payer": payer}


def test_the_sums_leave_out_what_the_seller_pays_and_what_is_not_known() -> None:
    lines = [line("GOODS", "90"), line("FREIGHT", "30"), line("DUTY", "6"), line("DUTY", None), line("TAX", "26.46")]
    makers = [{"lines": [{"variant": {"id": name}}]} for name in ("a", "b")]
    estimate = {"lines": [*lines, line("FEE", "5", "SELLER")], "total": {"currency": "EUR"}, "leftOut": []}
    found = door_cost(estimate, makers)
    assert found.freight == {"amount": Decimal(30), "currency": "EUR"}
    assert found.at_import == {"amount": Decimal("32.46"), "currency": "EUR"}
    assert found.some_freight_missing
    assert not door_cost({**estimate, "leftOut": [{"variantId": "b"}]}, makers).some_freight_missing
    nothing = door_cost({**estimate, "lines": [line("GOODS", "90")]}, makers[:1])
    assert (nothing.freight, nothing.at_import) == (None, None)


def test_what_has_no_pieces_is_not_asked_for() -> None:
    groups = [{"lines": [{"variant": {"id": id}, "quantity": pieces} for id, pieces in (("a", 2), ("b", 0))]}]
    assert goods_of(groups) == [{"variantId": "a", "quantity": 2}]


@pytest.mark.django_db
def test_a_basket_is_estimated_for_its_country() -> None:
    browser = open_basket(make_checkout((chair(), 4), address=None))
    for country, name in (("NL", "the Netherlands"), ("DE", "Germany")):
        html = read(browser, f"{BASKET}?country={country}")
        assert f'<option value="{country}" selected' in html
        assert f"Delivery to {name}" in html.replace("Delivery to Netherlands", "Delivery to the Netherlands")
        assert "Import duty and tax" in html
        assert "At your door, about" in html
        assert 'id="at-your-door"' in html
        assert problems(html, language="en") == []
    assert "in the next step" not in html


@pytest.mark.django_db
def test_a_country_of_another_market_or_of_nowhere_is_the_usual_one() -> None:
    browser = open_basket(make_checkout((chair(), 1), address=None))
    for country in ("US", "nowhere", "%00", "' OR 1=1"):
        assert '<option value="NL" selected' in read(browser, f"{BASKET}?country={country}")
    elsewhere = open_basket(make_checkout((chair(), 1), address=None))
    elsewhere.cookies["country"] = "IT"
    assert '<option value="IT" selected' in read(elsewhere, BASKET), "chosen for all pages"


@pytest.mark.django_db
def test_what_cannot_be_sent_is_named_and_the_rest_estimated(settings: Any) -> None:
    settings.ROOT_URLCONF = "frontend.urls"
    gone, kept = chair(name="Gone"), chair(name="Kept")
    rosewood = chair(name="Rosewood")
    browser = open_basket(make_checkout((gone, 1), (kept, 1), (rosewood, 1), address=None))
    Product.objects.filter(pk=gone.product_id).update(approval="PENDING")
    Product.objects.filter(pk=rosewood.product_id).update(species="Dalbergia nigra", hs_code="940169")
    html = read(browser, f"{BASKET}?country=DE")
    assert 'id="at-your-door"' in html
    said = html.split("Not in this estimate:")[1].split("</ul>")[0]
    assert "Gone is no longer sold here." in said
    assert "Rosewood may not be brought into Germany." in said
    assert "Kept" not in said
    assert problems(html, language="en") == []


@pytest.mark.django_db
def test_a_basket_that_cannot_be_estimated_says_why(settings: Any) -> None:
    settings.ROOT_URLCONF = "frontend.urls"
    gone = chair()
    browser = open_basket(make_checkout((gone, 1), address=None))
    gone.product.approval = "PENDING"
    gone.product.save()
    html = read(browser, BASKET)
    assert 'id="at-your-door"' not in html
    assert "while something in the basket is not sold here" in html


@pytest.mark.django_db
def test_a_firm_is_estimated_as_one_and_the_sum_comes_before_how_it_came_about() -> None:
    browser = open_basket(make_checkout((chair(), 1), address=None))
    private, firm = read(browser, BASKET), read(browser, f"{BASKET}?country=NL&firm=1")
    assert 'name="firm" value="1">' in private
    assert 'name="firm" value="1" checked>' in firm
    assert firm.index("To the checkout" if "To the checkout" in firm else "Sign in to order") < firm.index(
        'id="at-your-door"'
    )


@pytest.mark.django_db
def test_more_lines_need_no_more_statements() -> None:
    seller = chair().product.seller
    counted = []
    for many in (1, 6):
        browser = open_basket(make_checkout(*((chair(seller=seller), 1) for _ in range(many)), address=None))
        read(browser, BASKET)
        with CaptureQueriesContext(connection) as queries:
            read(browser, BASKET)
        counted.append(len(queries))
    assert counted[1] <= counted[0]


def test_as_many_goods_are_asked_for_as_one_estimate_takes() -> None:
    assert MOST_GOODS == MOST_LINES
