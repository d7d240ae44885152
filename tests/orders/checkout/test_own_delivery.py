"""A basket whose seller has delivery zones: what is offered, chosen, and priced again when it is completed."""

from decimal import Decimal

import pytest
from django.db import transaction
from django.utils import timezone

from logistics.zones.list_method import Listing, list_method
from orders.checkout.choose_delivery import NoSuchDelivery, choose_delivery
from orders.checkout.price_changed import PriceChanged
from orders.checkout.problems import ProblemCode
from orders.checkout.totals import price_checkout
from tests.factories.orders import complete, make_chair, make_ready_checkout
from tests.factories.zones import make_method, make_zone

pytestmark = pytest.mark.django_db


def test_the_sellers_own_method_is_ordered_at_its_price() -> None:
    chair = make_chair()
    checkout = make_ready_checkout((chair, 1))
    method = make_method(make_zone(chair.seller), minimum_delivery_days=2, maximum_delivery_days=4)
    now = timezone.now()
    (group,) = price_checkout(checkout, now=now).groups
    assert group.method is None  # what was chosen before, a carrier's, is not offered any more
    assert [rate.method_id for rate in group.methods] == [f"zone:{method.pk}"]
    with pytest.raises(NoSuchDelivery), transaction.atomic():
        choose_delivery(
            checkout_id=checkout.pk, seller_id=chair.seller_id, method_id="rate_table:courier_express", now=now
        )
    choose_delivery(checkout_id=checkout.pk, seller_id=chair.seller_id, method_id=f"zone:{method.pk}", now=now)
    part = complete(checkout.pk).seller_orders.get()
    assert (part.delivery_method_id, part.delivery_method_name) == (f"zone:{method.pk}", "Giao tiêu chuẩn")
    assert (part.shipping_amount, part.minimum_days, part.maximum_days) == (Decimal("12.00"), 2, 4)


def test_a_price_that_rose_since_is_a_problem_and_not_a_surprise() -> None:
    chair = make_chair()
    checkout = make_ready_checkout((chair, 1))
    method = make_method(make_zone(chair.seller))
    choose_delivery(
        checkout_id=checkout.pk, seller_id=chair.seller_id, method_id=f"zone:{method.pk}", now=timezone.now()
    )
    accepted = price_checkout(checkout, now=timezone.now()).total.gross.amount
    list_method(method=method, listings=[Listing(checkout.channel, Decimal("15.00"))])
    told = [problem.code for problem in price_checkout(checkout, now=timezone.now()).problems]
    assert told == [ProblemCode.DELIVERY_PRICE_CHANGED]
    with pytest.raises(PriceChanged) as refused:
        complete(checkout.pk, accepted=accepted)
    assert refused.value.total.amount - accepted == Decimal("3.00")


def test_more_goods_make_it_free() -> None:
    chair = make_chair(price="120.00")
    make_method(make_zone(chair.seller), free_from="240.00")
    for quantity, price in ((1, "12.00"), (2, "0")):
        (group,) = price_checkout(make_ready_checkout((chair, quantity)), now=timezone.now()).groups
        assert group.methods[0].price.amount == Decimal(price)
