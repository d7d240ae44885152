import pytest

from orders.lifecycle.states import SELLER_ORDER_MOVES, IllegalMove, OrderStatus, SellerOrderStatus, require_move
from orders.lifecycle.status import Part, order_status

A, C, P, S, D, X = SellerOrderStatus  # awaiting payment, confirmed, packing, shipped, delivered, canceled


@pytest.mark.parametrize(
    ("parts", "is_paid", "expected"),
    [
        ([A, A], False, OrderStatus.UNPAID),
        ([A, X], False, OrderStatus.UNPAID),
        ([C, C], True, OrderStatus.UNFULFILLED),
        ([C, P], True, OrderStatus.UNFULFILLED),
        ([S, P], True, OrderStatus.PARTIALLY_FULFILLED),
        ([D, C], True, OrderStatus.PARTIALLY_FULFILLED),
        ([S, S], True, OrderStatus.FULFILLED),
        ([S, D], True, OrderStatus.FULFILLED),
        ([S, X], True, OrderStatus.FULFILLED),
        ([D, D], True, OrderStatus.DELIVERED),
        ([D, X], True, OrderStatus.DELIVERED),
        ([X, X], True, OrderStatus.CANCELED),
        ([X, X], False, OrderStatus.CANCELED),
    ],
)
def test_the_whole_follows_from_its_parts(parts: list[SellerOrderStatus], is_paid: bool, expected: OrderStatus) -> None:
    assert order_status([Part(status) for status in parts], is_paid=is_paid) == expected


def test_a_part_that_left_in_part_makes_the_order_partially_fulfilled() -> None:
    parts = [Part(SellerOrderStatus.PACKING, partly_shipped=True), Part(SellerOrderStatus.CONFIRMED)]
    assert order_status(parts, is_paid=True) == OrderStatus.PARTIALLY_FULFILLED


def test_an_order_given_up_for_want_of_payment_expired() -> None:
    assert order_status([Part(SellerOrderStatus.CANCELED)], is_paid=False, has_expired=True) == OrderStatus.EXPIRED


def test_every_state_is_in_the_table_and_what_left_is_not_cancelled() -> None:
    assert set(SELLER_ORDER_MOVES) == set(SellerOrderStatus)
    assert {state for state, moves in SELLER_ORDER_MOVES.items() if X in moves} == {A, C, P}


@pytest.mark.parametrize("before", SellerOrderStatus)
@pytest.mark.parametrize("after", SellerOrderStatus)
def test_only_the_moves_of_the_table_are_legal(before: SellerOrderStatus, after: SellerOrderStatus) -> None:
    legal = {(A, C), (A, X), (C, A), (C, P), (C, X), (P, S), (P, X), (S, D)}
    if (before, after) in legal:
        require_move("BDM-1", before, after)
    else:
        with pytest.raises(IllegalMove):
            require_move("BDM-1", before, after)
