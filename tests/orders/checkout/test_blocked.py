"""Goods that the buyer's country does not let in are not ordered; of others the buyer is told what it asks."""

import pytest
from django.utils import timezone

from catalog.models import Product, ProductVariant
from catalog.refusal import Refused
from i18n.today import day_here
from orders.checkout.blocked import rules_of_lines
from orders.checkout.complete import CheckoutHasProblems
from orders.checkout.problems import ProblemCode
from orders.checkout.totals import price_checkout
from orders.lifecycle.order import Order
from orders.quotes.states import QuoteStatus
from tests.factories.orders import complete, make_chair, make_ready_checkout
from tests.factories.quotes import accept, make_chair_quote, make_offer

pytestmark = pytest.mark.django_db


def rosewood(chair: ProductVariant) -> ProductVariant:
    Product.objects.filter(pk=chair.product_id).update(species="Dalbergia nigra", hs_code="940169")
    return chair


def test_a_basket_with_goods_that_are_not_let_in_is_no_order() -> None:
    allowed, forbidden = make_chair(), rosewood(make_chair())
    checkout = make_ready_checkout((allowed, 1), (forbidden, 1))
    problems = [problem for problem in price_checkout(checkout, now=timezone.now()).problems if problem.blocks]
    assert [problem.code for problem in problems] == [ProblemCode.GOODS_BLOCKED]
    assert problems[0].params["country"] == "Nederland", "in the buyer's language"
    with pytest.raises(CheckoutHasProblems):
        complete(checkout.pk)
    assert not Order.objects.exists()


def test_what_the_country_asks_is_told_line_by_line() -> None:
    checkout = make_ready_checkout((make_chair(), 1))
    Product.objects.update(hs_code="940169")
    now = timezone.now()
    lines = price_checkout(checkout, now=now).lines
    ((line, rules),) = rules_of_lines(lines, country="US", on=day_here(now))
    assert line is lines[0]
    assert [rule.code for rule in rules] == ["US_LACEY"]
    assert rules_of_lines(lines, country="VN", on=day_here(now)) == []


def test_a_quote_for_goods_that_are_not_let_in_cannot_be_accepted() -> None:
    quote = make_offer(make_chair_quote(12, chair=rosewood(make_chair(stock=50))))
    with pytest.raises(Refused) as refusal:
        accept(quote)
    assert [problem.code for problem in refusal.value.problems] == ["GOODS_BLOCKED"]
    quote.refresh_from_db()
    assert quote.status == QuoteStatus.OFFERED
    assert not Order.objects.exists()
