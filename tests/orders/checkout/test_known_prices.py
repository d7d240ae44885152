"""What a request reckoned of a basket is used again while the basket is the same, and not a moment longer."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from orders.checkout.checkout import Checkout
from orders.checkout.choose_delivery import choose_delivery
from orders.checkout.lines import Wanted, update_lines
from orders.checkout.priced import PricedCheckout
from orders.checkout.totals import price_checkout
from tests.factories.orders import UTRECHT, make_chair, make_checkout

pytestmark = pytest.mark.django_db


@pytest.fixture
def now(checkout: Checkout) -> datetime:
    """After the goods were put on sale."""
    return timezone.now()


@pytest.fixture
def checkout() -> Checkout:
    return make_checkout((make_chair(), 1), (make_chair(price="80.00"), 2))


def choose(checkout: Checkout, group: int, now: datetime) -> PricedCheckout:
    chosen = price_checkout(checkout, now=now).groups[group]
    return choose_delivery(
        checkout_id=checkout.pk,
        seller_id=chosen.seller.pk,
        method_id=chosen.methods[0].method_id,
        now=now,
    )


def test_a_second_choice_prices_no_goods_and_asks_no_carrier(checkout: Checkout, now: datetime) -> None:
    first = choose(checkout, 0, now)
    offered = first.groups[1]
    with CaptureQueriesContext(connection) as asked:
        second = choose_delivery(
            checkout_id=checkout.pk,
            seller_id=offered.seller.pk,
            method_id=offered.methods[0].method_id,
            now=now,
            known=first,
        )
    read = " ".join(query["sql"] for query in asked)
    assert not [table for table in ("catalog_pricetier", "logistics_", "i18n_") if table in read]
    anew = price_checkout(second.checkout, now=now)
    assert (second.total, second.problems) == (anew.total, anew.problems)
    assert [group.method for group in second.groups] == [group.methods[0] for group in anew.groups]


@pytest.mark.parametrize(
    "change",
    [
        lambda checkout, now: update_lines(
            checkout_id=checkout.pk, wanted=[Wanted(checkout.lines.earliest("pk").variant_id, 3)], now=now
        ),
        lambda checkout, now: Checkout.objects.filter(pk=checkout.pk).update(shipping_address=None),
    ],
    ids=["other pieces", "no address"],
)
def test_a_basket_that_changed_is_reckoned_anew(
    checkout: Checkout, now: datetime, change: Callable[[Checkout, datetime], Any]
) -> None:
    known = choose(checkout, 0, now)
    change(checkout, now)
    changed = Checkout.objects.select_related("channel").get(pk=checkout.pk)
    assert price_checkout(changed, now=now, known=known) == price_checkout(changed, now=now)
    assert price_checkout(changed, now=now, known=known) != known


def test_of_another_basket_nothing_is_taken(checkout: Checkout, now: datetime) -> None:
    known = price_checkout(checkout, now=now)
    other = make_checkout((make_chair(price="33.00"), 1), address=UTRECHT)
    later = timezone.now()
    assert price_checkout(other, now=later, known=known) == price_checkout(other, now=later)
