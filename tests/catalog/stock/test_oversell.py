"""Twenty buyers at the same moment for the last five pieces."""

import uuid
from datetime import timedelta
from typing import Any

from django.db import connection
from django.utils import timezone

from catalog.models import ProductVariant, Reservation, Stock
from catalog.stock.allocate import allocate
from catalog.stock.errors import InsufficientStock
from catalog.stock.reserve import reserve
from catalog.stock.settle import deallocate, ship_allocated
from tests.catalog.stock.conftest import Parallel
from tests.factories.catalog import make_stock, make_variant


def _five_pieces(_: int) -> int:
    variant = make_variant()
    make_stock(variant, 5)
    return variant.pk


def test_allocating_never_takes_a_piece_twice(in_parallel: Parallel) -> None:
    (variant_id,) = in_parallel(_five_pieces, 1)

    outcomes = in_parallel(lambda n: allocate(wants=[(n, variant_id, 1)]), 20)

    taken = [outcome for outcome in outcomes if isinstance(outcome, list)]
    refused = [outcome for outcome in outcomes if isinstance(outcome, InsufficientStock)]
    assert (len(taken), len(refused)) == (5, 15)
    ((quantity, allocated),) = in_parallel(
        lambda _: Stock.objects.values_list("quantity", "quantity_allocated").get(), 1
    )
    assert (quantity, allocated) == (5, 5)


def test_reserving_never_promises_a_piece_twice(in_parallel: Parallel) -> None:
    (variant_id,) = in_parallel(_five_pieces, 1)
    until = timezone.now() + timedelta(minutes=10)

    def task(_: int) -> Reservation:
        variant = ProductVariant.objects.get(pk=variant_id)
        return reserve(holder=uuid.uuid4(), variant=variant, quantity=2, until=until)

    outcomes = in_parallel(task, 20)

    assert sum(isinstance(outcome, Reservation) for outcome in outcomes) == 2
    assert all(isinstance(outcome, Reservation | InsufficientStock) for outcome in outcomes)


def test_lines_that_cross_do_not_wait_for_each_other_for_ever(in_parallel: Parallel) -> None:
    first, second = (in_parallel(_five_pieces, 1)[0] for _ in range(2))

    def task(n: int) -> Any:
        pair = [(0, first, 1), (1, second, 1)]
        return allocate(wants=pair if n % 2 else pair[::-1])

    outcomes = in_parallel(task, 10)

    assert sum(isinstance(outcome, list) for outcome in outcomes) == 5
    assert all(isinstance(outcome, list | InsufficientStock) for outcome in outcomes)


def test_giving_back_and_taking_at_once_keeps_the_count(in_parallel: Parallel) -> None:
    (variant_id,) = in_parallel(_five_pieces, 1)

    def task(n: int) -> None:
        taken = allocate(wants=[(n, variant_id, 1)])
        (ship_allocated if n == 0 else deallocate)(taken)

    in_parallel(task, 8)

    ((quantity, allocated),) = in_parallel(
        lambda _: Stock.objects.values_list("quantity", "quantity_allocated").get(), 1
    )
    assert allocated == 0
    assert quantity in {4, 5}


def test_the_threads_really_share_a_database(in_parallel: Parallel) -> None:
    """Otherwise the tests above would pass for the wrong reason."""
    names = in_parallel(lambda _: str(connection.settings_dict["NAME"]), 3)
    pieces = in_parallel(_five_pieces, 1) and in_parallel(lambda _: Stock.objects.count(), 3)
    assert len(set(names)) == 1
    assert "memory" not in names[0]
    assert pieces == [1, 1, 1]
    if connection.vendor == "sqlite":
        (mode,) = in_parallel(lambda _: connection.settings_dict["OPTIONS"]["transaction_mode"], 1)
        assert mode == "IMMEDIATE"
