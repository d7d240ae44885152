from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from catalog.models import Stock
from marketplace.events.models import OutboxMessage
from orders.fulfillment.pack import pack_seller_order
from orders.lifecycle.cancel import cancel_order, cancel_seller_order
from orders.lifecycle.expire import expire_unpaid_orders
from orders.lifecycle.states import IllegalMove, OrderStatus, SellerOrderStatus
from orders.models import Allocation, OrderEvent, Payment
from orders.payments.payment import PaymentStatus
from tests.catalog.stock.conftest import Parallel
from tests.factories.orders import BUYER, SELLER, make_chair, make_order, make_paid_order

pytestmark = pytest.mark.django_db


def published(name: str) -> int:
    return OutboxMessage.objects.filter(name=name).count()


def test_cancelling_gives_the_stock_back_once() -> None:
    chair = make_chair(stock=10)
    order = make_order((chair, 4))

    cancel_order(order_id=order.pk, by=BUYER, reason="Changed my mind")
    order = cancel_order(order_id=order.pk, by=BUYER, reason="again")

    stock = Stock.objects.get(variant=chair)
    assert (stock.quantity, stock.quantity_allocated) == (10, 0)
    assert not Allocation.objects.exists()
    assert order.status == OrderStatus.CANCELED
    assert published("OrderCanceled") == published("SellerOrderCanceled") == 1
    assert OrderEvent.objects.get(type="CANCELED").reason == "Changed my mind"


def test_an_unpaid_order_that_is_cancelled_asks_for_no_money() -> None:
    order = make_order()
    cancel_order(order_id=order.pk, by=BUYER, reason="")
    assert order.payments.get().status == PaymentStatus.FAILED


def test_one_part_can_go_and_less_is_asked_for() -> None:
    chair, bowl = make_chair(price="100.00"), make_chair(price="5.00")
    order = make_order((chair, 1), (bowl, 1))
    first, second = order.seller_orders.order_by("position")

    cancel_seller_order(seller_order_id=first.pk, by=SELLER, reason="The last one is broken")

    order.refresh_from_db()
    assert order.status == OrderStatus.UNPAID
    assert order.payments.get().amount == second.total_amount
    assert Stock.objects.get(variant=chair).quantity_allocated == 0
    assert Stock.objects.get(variant=bowl).quantity_allocated == 1
    assert published("OrderCanceled") == 0


def test_a_paid_part_that_is_cancelled_becomes_due_to_the_buyer() -> None:
    order = make_paid_order((make_chair(), 1), (make_chair(), 1))
    first, second = order.seller_orders.order_by("position")

    cancel_seller_order(seller_order_id=first.pk, by=SELLER, reason="Broken")

    payment = order.payments.get()
    due = payment.events.get(type="REFUND_DUE")
    assert due.amount == first.total_amount
    assert payment.amount == first.total_amount + second.total_amount
    order.refresh_from_db()
    assert order.status == OrderStatus.UNFULFILLED


def test_nothing_is_cancelled_once_a_seller_packs() -> None:
    order = make_paid_order((make_chair(), 1), (make_chair(), 1))
    pack_seller_order(seller_order_id=order.seller_orders.get(position=2).pk, by=SELLER)

    with pytest.raises(IllegalMove):
        cancel_order(order_id=order.pk, by=BUYER, reason="")

    assert [part.status for part in order.seller_orders.order_by("position")] == ["CONFIRMED", "PACKING"]
    assert Allocation.objects.count() == 2


def test_an_order_nobody_pays_expires_and_gives_its_stock_back() -> None:
    chair = make_chair(stock=5)
    order = make_order((chair, 5))
    paid = make_paid_order()

    assert expire_unpaid_orders(timezone.now() + timedelta(days=6)) == 0
    assert expire_unpaid_orders(timezone.now() + timedelta(days=8)) == 1
    assert expire_unpaid_orders(timezone.now() + timedelta(days=8)) == 0

    order.refresh_from_db()
    paid.refresh_from_db()
    assert (order.status, paid.status) == (OrderStatus.EXPIRED, OrderStatus.UNFULFILLED)
    assert order.seller_orders.get().status == SellerOrderStatus.CANCELED
    assert Stock.objects.get(variant=chair).quantity_allocated == 0
    assert [event.type for event in order.events.all()][-2:] == ["EXPIRED", "CANCELED"]


def test_cancelling_six_times_at_once_gives_the_stock_back_once(in_parallel: Parallel) -> None:
    def place(_: int) -> object:
        return make_order((make_chair(stock=10), 4)).pk

    (order_id,) = in_parallel(place, 1)
    in_parallel(lambda _: cancel_order(order_id=order_id, by=BUYER, reason=""), 6)

    def counted(_: int) -> tuple[int, int, int]:
        return Stock.objects.get().quantity_allocated, published("OrderCanceled"), Payment.objects.count()

    assert in_parallel(counted, 1) == [(0, 1, 1)]


def test_what_is_owed_is_the_sum_of_the_living_parts() -> None:
    order = make_order((make_chair(price="10.00"), 1), (make_chair(price="20.00"), 1), (make_chair(price="30.00"), 1))
    parts = list(order.seller_orders.order_by("position"))
    for part in parts[:2]:
        cancel_seller_order(seller_order_id=part.pk, by=SELLER, reason="")
    assert order.payments.get().amount == parts[2].total_amount > Decimal("30")
