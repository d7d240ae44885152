"""Two hundred buyers at the same moment for the last fifty pieces: fifty are sold, whatever happens on the way."""

import random
import sys
import time
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.utils import timezone

from catalog.stock.errors import InsufficientStock
from catalog.stock.reserve import expire_reservations
from orders.allocation.allocation import Allocation
from orders.checkout.complete import CheckoutHasProblems
from orders.checkout.create import create_checkout
from orders.checkout.lines import LineRefused, Wanted
from orders.fulfillment.pack import pack_seller_order
from orders.fulfillment.ship import Dispatch, ship_seller_order
from orders.lifecycle.cancel import cancel_order
from orders.lifecycle.order import Order
from tests.catalog.stock.conftest import Parallel
from tests.concurrency.crowd import Crowd
from tests.concurrency.market import Account, Market, open_market, recount, take_stock
from tests.factories.channels import make_channel
from tests.factories.orders import ACCEPTED_CARD, SELLER, complete

BUYERS, PIECES, PROCESSES, KILLS = 200, 50, 6, 3
SECONDS = 60


def _connections_each() -> int:
    """PostgreSQL has a bounded number of connections; SQLite one for every buyer."""
    return 7 if connection.vendor == "postgresql" else BUYERS


def _crowd(market: Market, in_parallel: Parallel, folder: Path) -> Crowd:
    [database] = in_parallel(lambda _: str(connection.settings_dict["NAME"]), 1)
    return Crowd(market, database=database, folder=folder, threads=_connections_each())


@pytest.mark.services  # long; tests/catalog/stock allocates at once in every run
def test_two_hundred_buyers_for_fifty_pieces(in_parallel: Parallel, tmp_path: Path) -> None:
    seed = random.SystemRandom().randrange(10**6)
    chance = random.Random(seed)  # noqa: S311  # when to kill whom
    [market] = in_parallel(lambda _: open_market(PIECES, BUYERS), 1)
    crowd = _crowd(market, in_parallel, tmp_path)
    started = time.monotonic()

    crowd.buy(market.baskets, processes=PROCESSES, kills=KILLS, chance=chance)
    [halfway] = in_parallel(lambda _: take_stock(market), 1)
    lost = crowd.unanswered()
    rounds = 1
    while crowd.unanswered() and rounds < 6:
        in_parallel(lambda _: expire_reservations(timezone.now()), 1)
        crowd.buy(crowd.unanswered(), processes=2)
        rounds += 1
    took = time.monotonic() - started

    told = sorted(set(crowd.outcomes.values()) - {f"ORDER {n}" for n in _numbers(in_parallel)})
    assert told == ["SOLD OUT"], (seed, told)
    assert len(crowd.bought()) == PIECES, seed
    [account] = in_parallel(lambda _: take_stock(market), 1)
    assert account == Account(orders=PIECES, sold=PIECES, on_hand=PIECES, allocated=PIECES), seed
    assert crowd.killed == KILLS
    assert took < (2 * SECONDS if connection.vendor == "postgresql" else SECONDS)
    killed = f"{crowd.killed} of {PROCESSES} processes killed, {halfway.orders} orders by then"
    sys.stdout.write(f"\n{connection.vendor}: {killed}, {len(lost)} asked again, {took:.1f} s, seed {seed}\n")
    _life_goes_on(market, crowd, in_parallel)


def _numbers(in_parallel: Parallel) -> list[str]:
    [numbers] = in_parallel(lambda _: list(Order.objects.values_list("number", flat=True)), 1)
    return list(numbers)


def _life_goes_on(market: Market, crowd: Crowd, in_parallel: Parallel) -> None:
    """Five are called off and sold again, four leave the house: every piece is still sold or available."""

    def change(_: int) -> None:
        orders = list(Order.objects.order_by("number"))
        for order in orders[:5]:
            cancel_order(order_id=order.pk, by=SELLER, reason="Thử")
        for order in orders[5:9]:
            part = order.seller_orders.get()
            pack_seller_order(seller_order_id=part.pk, by=SELLER)
            ship_seller_order(seller_order_id=part.pk, dispatch=Dispatch(carrier="Sample Lines"), by=SELLER)

    assert in_parallel(change, 1) == [None]
    [account] = in_parallel(lambda _: take_stock(market), 1)
    assert account == Account(orders=PIECES, sold=45, on_hand=46, allocated=41)

    late = [basket for basket, outcome in crowd.outcomes.items() if outcome == "SOLD OUT"][:40]
    crowd.buy(late, processes=2)
    [account] = in_parallel(lambda _: take_stock(market), 1)
    assert account == Account(orders=55, sold=50, on_hand=46, allocated=46)


def test_six_buyers_complete_at_once_and_one_piece_is_left(in_parallel: Parallel) -> None:
    for _round in range(3):
        [market] = in_parallel(lambda _: open_market(1, 6), 1)
        outcomes = in_parallel(lambda n, m=market: _buy(m.baskets[n]), 6)  # type: ignore[misc]  # bound per round
        assert sum(isinstance(outcome, Order) for outcome in outcomes) == 1, outcomes
        refused = [outcome for outcome in outcomes if not isinstance(outcome, Order)]
        assert all(isinstance(outcome, CheckoutHasProblems | InsufficientStock) for outcome in refused), refused
        [taken] = in_parallel(lambda _, m=market: _taken(m), 1)  # type: ignore[misc]
        assert taken == 1


def test_the_same_basket_completed_six_times_at_once_is_one_order(in_parallel: Parallel) -> None:
    [market] = in_parallel(lambda _: open_market(6, 1), 1)
    outcomes = in_parallel(lambda _: _buy(market.baskets[0]), 6)
    assert len({order.pk for order in outcomes}) == 1
    [account] = in_parallel(lambda _: take_stock(market), 1)
    assert account == Account(orders=1, sold=1, on_hand=6, allocated=1)


def test_a_recount_among_the_buyers_sells_what_was_counted(in_parallel: Parallel) -> None:
    """The seller finds fewer pieces while six people buy: either the count or the buyer comes first."""
    [market] = in_parallel(lambda _: open_market(4, 6), 1)

    def task(number: int) -> Any:
        return recount(market.variant_id, 1) if number == 0 else _buy(market.baskets[number])

    outcomes = in_parallel(task, 6)
    [account] = in_parallel(lambda _: take_stock(market), 1)
    assert account.sold == sum(isinstance(outcome, Order) for outcome in outcomes)
    assert account.allocated <= account.on_hand


def test_baskets_filled_at_once_reserve_no_more_than_there_is(in_parallel: Parallel) -> None:
    [market] = in_parallel(lambda _: open_market(5, 1), 1)

    def task(_: int) -> Any:
        return create_checkout(
            channel=make_channel("eu"),
            language="nl",
            now=timezone.now(),
            email="sanne@example.org",
            wanted=[Wanted(market.variant_id, 1)],
        )

    in_parallel(lambda _: make_channel("eu").pk, 1)
    outcomes = in_parallel(task, 12)
    assert sum(not isinstance(outcome, Exception) for outcome in outcomes) == 5
    assert all(isinstance(outcome, LineRefused) for outcome in outcomes if isinstance(outcome, Exception)), outcomes
    in_parallel(lambda _: take_stock(market), 1)


def _buy(basket: str) -> Order:
    return complete(UUID(basket), gateway="test_card", data=ACCEPTED_CARD)


def _taken(market: Market) -> int:
    return sum(Allocation.objects.filter(stock__variant_id=market.variant_id).values_list("quantity", flat=True))
