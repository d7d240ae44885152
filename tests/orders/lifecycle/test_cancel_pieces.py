from decimal import Decimal

import pytest

from catalog.models import Stock
from catalog.stock.check import check_stock
from orders.fulfillment.ship import Dispatch, ship_seller_order
from orders.lifecycle.cancel import cancel_order, cancel_seller_order
from orders.lifecycle.cancel_pieces import NotToCancel, cancel_pieces
from orders.lifecycle.states import IllegalMove, SellerOrderStatus
from orders.models import Allocation, Order, OrderEvent, Refund
from tests.factories.orders import BUYER, SELLER, make_chair, make_order, make_packed_order, make_paid_order

pytestmark = pytest.mark.django_db


def call_off(order: Order, pieces: int, by: object = BUYER) -> None:
    part = order.seller_orders.get()
    line = part.lines.get()
    cancel_pieces(seller_order_id=part.pk, quantities={line.pk: pieces}, by=by, reason="Too many")  # type: ignore[arg-type]  # one of two


def test_pieces_that_are_paid_are_owed_back_and_their_stock_is_free() -> None:
    chair = make_chair(price="10.00", stock=10)
    order = make_paid_order((chair, 3))
    call_off(order, 2)

    part = order.seller_orders.get()
    line = part.lines.get()
    assert (line.quantity, line.quantity_canceled, line.quantity_open) == (3, 2, 1)
    assert Refund.objects.get().amount == Decimal("20.00") == part.canceled_amount
    assert Stock.objects.get().quantity_allocated == 1 == Allocation.objects.get().quantity
    event = OrderEvent.objects.get(type="PARTLY_CANCELED")
    assert event.reason == "Too many" and event.parameters["pieces"] == f"2 × {chair.sku}"
    assert not check_stock()


def test_pieces_that_are_not_paid_are_not_asked_for_any_more() -> None:
    order = make_order((make_chair(price="10.00"), 3))
    call_off(order, 1)
    order.refresh_from_db()
    assert order.instalments.get().amount == order.total_amount - 10
    assert not Refund.objects.exists()


def test_three_pieces_taken_off_one_by_one_cost_what_the_line_costs() -> None:
    order = make_paid_order((make_chair(price="10.00"), 1), (make_chair(price="1.00"), 3))
    part = order.seller_orders.get(lines__quantity=3)
    part.lines.update(total_amount=Decimal("1.00"))
    line = part.lines.get()
    for _ in range(2):
        cancel_pieces(seller_order_id=part.pk, quantities={line.pk: 1}, by=BUYER, reason="")
    assert [refund.amount for refund in Refund.objects.order_by("created_at")] == [Decimal("0.33"), Decimal("0.33")]


def test_the_last_piece_cancels_the_part_with_its_delivery() -> None:
    order = make_paid_order((make_chair(price="10.00"), 2))
    call_off(order, 1)
    call_off(order, 1)
    part = order.seller_orders.get()
    assert part.status == SellerOrderStatus.CANCELED
    assert sum(refund.amount for refund in Refund.objects.all()) == order.total_amount
    assert Stock.objects.get().quantity_allocated == 0


def test_no_more_is_called_off_than_is_open() -> None:
    order = make_paid_order((make_chair(), 2))
    for pieces in (3, 0, -1):
        with pytest.raises(NotToCancel):
            call_off(order, pieces)
    with pytest.raises(NotToCancel):
        cancel_pieces(seller_order_id=order.seller_orders.get().pk, quantities={}, by=BUYER, reason="")
    assert not Refund.objects.exists()


def test_once_packing_has_begun_only_the_seller_calls_off() -> None:
    order = make_packed_order((make_chair(), 3))
    with pytest.raises(IllegalMove):
        call_off(order, 1)
    call_off(order, 1, by=SELLER)
    with pytest.raises(IllegalMove):
        cancel_order(order_id=order.pk, by=BUYER, reason="")
    cancel_seller_order(seller_order_id=order.seller_orders.get().pk, by=SELLER, reason="Moths")
    assert order.seller_orders.get().status == SellerOrderStatus.CANCELED
    assert sum(refund.amount for refund in Refund.objects.all()) == order.total_amount


def test_what_is_left_of_a_part_that_has_begun_to_leave_ships_it() -> None:
    order = make_packed_order((make_chair(price="10.00", stock=5), 3))
    part = order.seller_orders.get()
    line = part.lines.get()
    ship_seller_order(
        seller_order_id=part.pk, dispatch=Dispatch(carrier="Ví dụ Express"), by=SELLER, quantities={line.pk: 2}
    )
    with pytest.raises(IllegalMove):
        cancel_seller_order(seller_order_id=part.pk, by=SELLER, reason="")
    call_off(order, 1, by=SELLER)
    part.refresh_from_db()
    assert part.status == SellerOrderStatus.SHIPPED
    assert Refund.objects.get().amount == 10
    assert not check_stock()
