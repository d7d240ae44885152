"""One piece is left and six buyers complete at once, through the operations of a Saleor client: exactly one order."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.utils import timezone

from catalog.models import Reservation
from catalog.stock.available import available
from marketplace.graphql import to_global_id
from orders.models import Allocation, Order, Payment
from tests.factories.channels import make_channel
from tests.factories.orders import make_chair, make_exchange_rate
from tests.journeys.storefront import basket_documents as basket
from tests.journeys.storefront.client import ShopFront
from tests.journeys.storefront.test_operations import CARD, ready_basket

BUYERS = 6
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def last_piece(site: str) -> Any:
    make_exchange_rate()
    return make_chair(make_channel("eu"), stock=1)


def all_at_once(act: Callable[[int], Any]) -> list[Any]:
    """Six of them, each in a thread of its own, let go together."""
    gate = Barrier(BUYERS)

    def one(number: int) -> Any:
        gate.wait(timeout=30)
        return act(number)

    with ThreadPoolExecutor(BUYERS) as threads:
        return list(threads.map(one, range(BUYERS)))


def test_six_baskets_want_the_last_piece(site: str, last_piece: Any) -> None:
    """It is reserved in the basket: one gets it, five are told."""
    fronts = [ShopFront(site) for _ in range(BUYERS)]
    baskets = [front.ask(basket.CREATE, input={"channel": "eu", "lines": []})["checkout"]["id"] for front in fronts]
    wanted = [{"variantId": to_global_id("ProductVariant", last_piece.pk), "quantity": 1}]

    def add(number: int) -> list[Any]:
        _name, answer = fronts[number]._run(basket.LINES_ADD, {"id": baskets[number], "lines": wanted})
        return [error["code"] for error in answer["data"]["checkoutLinesAdd"]["errors"]]

    outcomes = all_at_once(add)
    assert sorted(outcomes) == [[], *[["INSUFFICIENT_STOCK"]] * (BUYERS - 1)]


def test_six_baskets_whose_reservations_ran_out_complete_at_once(site: str, last_piece: Any) -> None:
    """Each had the piece in the basket once and was shown its price; all pay in the same moment."""
    fronts = [ShopFront(site) for _ in range(BUYERS)]
    baskets = []
    for number, front in enumerate(fronts):
        baskets.append(ready_basket(front, last_piece, email=f"buyer{number}@example.org")["id"])
        Reservation.objects.update(expires_at=timezone.now() - timedelta(minutes=1))

    def pay_and_complete(number: int) -> tuple[list[str], str | None]:
        front, key = fronts[number], baskets[number]
        _name, paid = front._run(basket.PAY, {"id": key, "gateway": CARD, "action": "CHARGE"})
        codes = [error["code"] for error in paid["data"]["transactionInitialize"]["errors"]]
        _name, done = front._run(basket.COMPLETE, {"id": key})
        order = done["data"]["checkoutComplete"]["order"]
        return codes, order and order["id"]

    outcomes = all_at_once(pay_and_complete)
    assert [order for _codes, order in outcomes if order] == [to_global_id("Order", Order.objects.get().pk)]
    assert sorted(codes for codes, _order in outcomes) == [[], *[["INSUFFICIENT_STOCK"]] * (BUYERS - 1)]
    assert Payment.objects.get().status == "CHARGED", "nobody else was charged"
    assert sum(Allocation.objects.values_list("quantity", flat=True)) == 1
    assert available([last_piece.pk], now=timezone.now())[last_piece.pk] == 0
