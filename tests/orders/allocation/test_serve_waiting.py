"""Orders for what is not there yet, and what happens when it arrives."""

from typing import Any

import pytest

from catalog.models import StockPolicy, Warehouse
from catalog.stock.check import check_stock
from catalog.stock.count import set_stock
from catalog.stock.set_policy import set_stock_policy
from marketplace.events.deliver import deliver_pending
from orders.allocation.allocation import Allocation
from orders.allocation.check import check_allocations
from orders.allocation.serve_waiting import receive_made, serve_waiting
from orders.allocation.take_out import NotAllocated
from orders.fulfillment.pack import pack_seller_order
from orders.fulfillment.ship import Dispatch, ship_seller_order
from orders.lifecycle.cancel import cancel_order
from orders.lifecycle.order import Order
from tests.factories.orders import SELLER, make_chair, make_paid_order

pytestmark = pytest.mark.django_db


def made(limit: int = 9, stock: int = 0) -> Any:
    chair = make_chair(stock=stock)
    set_stock_policy(variant=chair, mode="MADE_TO_ORDER", most_promised=limit)
    return chair


def allocations(order: Order) -> list[tuple[bool, int]]:
    rows = Allocation.objects.filter(order_line__seller_order__order=order).order_by("id")
    return [(row.stock_id is not None, row.quantity) for row in rows]


def arrive(chair: Any, quantity: int) -> None:
    place, _ = Warehouse.objects.get_or_create(seller=chair.seller, name="Kho chính")
    receive_made(variant=chair, warehouse=place, quantity=quantity)
    assert check_stock() == []
    assert check_allocations() == []


def ship(order: Order) -> None:
    part = order.seller_orders.get()
    if part.status == "CONFIRMED":
        pack_seller_order(seller_order_id=part.pk, by=SELLER)
    ship_seller_order(seller_order_id=part.pk, dispatch=Dispatch(carrier="Sample Lines"), by=SELLER)


def test_it_is_ordered_made_received_and_shipped() -> None:
    chair = made()
    order = make_paid_order((chair, 4))
    assert allocations(order) == [(False, 4)]
    with pytest.raises(NotAllocated):
        ship(order)

    arrive(chair, 3)
    assert sorted(allocations(order)) == [(False, 1), (True, 3)]
    arrive(chair, 2)
    assert allocations(order) == [(True, 4)]
    assert StockPolicy.objects.get().quantity_promised == 0
    ship(order)
    assert allocations(order) == []
    assert check_stock() == []


def test_who_ordered_first_is_served_first() -> None:
    chair = made()
    first, second = make_paid_order((chair, 3)), make_paid_order((chair, 3))
    arrive(chair, 4)
    assert allocations(first) == [(True, 3)]
    assert sorted(allocations(second)) == [(False, 2), (True, 1)]


def test_a_cancelled_order_gives_back_what_it_held_and_what_it_was_promised() -> None:
    chair = made(stock=2)
    order = make_paid_order((chair, 5))
    cancel_order(order_id=order.pk, by=SELLER, reason="Thử")
    assert allocations(order) == []
    assert StockPolicy.objects.get().quantity_promised == 0
    assert check_allocations() == []


def test_what_is_found_at_a_count_goes_to_who_waits() -> None:
    chair = made()
    order = make_paid_order((chair, 2))
    place = Warehouse.objects.create(seller=chair.seller, name="Kho hai")
    set_stock(variant=chair, warehouse=place, quantity=6)
    while deliver_pending():
        pass
    assert allocations(order) == [(True, 2)]
    assert serve_waiting(variant_id=chair.pk) == 0
    assert check_allocations() == []


def test_what_another_order_gives_back_goes_to_who_waits() -> None:
    chair = made(stock=2)
    holder, waiting = make_paid_order((chair, 2)), make_paid_order((chair, 2))
    cancel_order(order_id=holder.pk, by=SELLER, reason="Thử")
    while deliver_pending():
        pass
    assert allocations(waiting) == [(True, 2)]
    assert check_allocations() == []
