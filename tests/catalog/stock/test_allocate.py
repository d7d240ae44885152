import uuid
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from catalog.models import Reservation, Stock, Warehouse
from catalog.stock.allocate import allocate
from catalog.stock.available import available
from catalog.stock.count import set_stock
from catalog.stock.errors import BelowAllocated, ForeignWarehouse, InsufficientStock, NothingToRelease
from catalog.stock.reserve import expire_reservations, release, reserve
from catalog.stock.settle import deallocate, ship_allocated
from catalog.stock.taken import StockTaken
from marketplace.events.models import OutboxMessage
from tests.factories.catalog import make_stock, make_variant

pytestmark = pytest.mark.django_db
SOON = timedelta(minutes=10)


def test_takes_from_the_fullest_warehouse_first() -> None:
    variant = make_variant()
    small = make_stock(variant, 4)
    large = make_stock(variant, 5, Warehouse.objects.create(seller=variant.seller, name="Dĩ An"))

    taken = allocate(wants=[("a", variant.pk, 7)])

    assert taken == [StockTaken("a", large.pk, 5), StockTaken("a", small.pk, 2)]
    assert available([variant.pk]) == {variant.pk: 2}


def test_takes_everything_or_nothing_and_says_all_that_is_short() -> None:
    plenty, few, none = make_variant(), make_variant(), make_variant()
    make_stock(plenty, 10)
    make_stock(few, 1)

    with pytest.raises(InsufficientStock) as refused:
        allocate(wants=[(1, plenty.pk, 3), (2, few.pk, 2), (3, none.pk, 1)])

    assert {(s.variant_id, s.wanted, s.available) for s in refused.value.shortages} == {(few.pk, 2, 1), (none.pk, 1, 0)}
    assert set(Stock.objects.values_list("quantity_allocated", flat=True)) == {0}


def test_two_lines_of_one_variant_are_counted_together() -> None:
    variant = make_variant()
    make_stock(variant, 5)
    with pytest.raises(InsufficientStock) as refused:
        allocate(wants=[(1, variant.pk, 3), (2, variant.pk, 3)])
    assert refused.value.wanted == 6


def test_own_reservations_become_allocations_and_others_are_respected() -> None:
    variant = make_variant()
    make_stock(variant, 5)
    mine, other = uuid.uuid4(), uuid.uuid4()
    reserve(holder=mine, variant=variant, quantity=3, until=timezone.now() + SOON)
    reserve(holder=other, variant=variant, quantity=2, until=timezone.now() + SOON)

    with pytest.raises(InsufficientStock):
        allocate(wants=[(1, variant.pk, 4)], holders=[mine])
    allocate(wants=[(1, variant.pk, 3)], holders=[mine])

    assert list(Reservation.objects.values_list("holder", flat=True)) == [other]
    assert available([variant.pk]) == {variant.pk: 0}


def test_a_reservation_replaces_the_holders_earlier_one_and_survives_a_refusal() -> None:
    variant = make_variant()
    make_stock(variant, 5)
    holder = uuid.uuid4()
    reserve(holder=holder, variant=variant, quantity=3, until=timezone.now() + SOON)
    reserve(holder=holder, variant=variant, quantity=5, until=timezone.now() + SOON)
    with pytest.raises(InsufficientStock):
        reserve(holder=holder, variant=variant, quantity=6, until=timezone.now() + SOON)
    assert Reservation.objects.get().quantity == 5
    assert release(holder=holder) == 1
    assert available([variant.pk]) == {variant.pk: 5}


def test_an_expired_reservation_stops_counting_at_once_and_is_swept_later() -> None:
    variant = make_variant()
    make_stock(variant, 5)
    now = timezone.now()
    reserve(holder=uuid.uuid4(), variant=variant, quantity=5, until=now + SOON)
    assert available([variant.pk], now=now) == {variant.pk: 0}
    assert available([variant.pk], now=now + SOON) == {variant.pk: 5}
    assert expire_reservations(now) == 0
    assert expire_reservations(now + SOON) == 1


def test_giving_back_and_shipping() -> None:
    variant = make_variant()
    stock = make_stock(variant, 5)
    taken = allocate(wants=[(1, variant.pk, 2), (2, variant.pk, 3)])
    deallocate(taken[:1])
    ship_allocated(taken[1:])
    stock.refresh_from_db()
    assert (stock.quantity, stock.quantity_allocated) == (2, 0)
    with pytest.raises(NothingToRelease):
        deallocate(taken[:1])


def test_every_change_of_stock_is_published() -> None:
    variant = make_variant()
    make_stock(variant, 5)
    allocate(wants=[(1, variant.pk, 2)])
    message = OutboxMessage.objects.filter(name="StockChanged").get()
    assert message.payload == {"variant_id": variant.pk}


def test_a_count_never_falls_below_what_orders_hold() -> None:
    variant = make_variant()
    stock = make_stock(variant, 5)
    allocate(wants=[(1, variant.pk, 3)])
    with pytest.raises(BelowAllocated) as refused, transaction.atomic():
        set_stock(variant=variant, warehouse=stock.warehouse, quantity=2)
    assert refused.value.allocated == 3
    assert set_stock(variant=variant, warehouse=stock.warehouse, quantity=3).quantity == 3


def test_a_warehouse_of_another_seller_is_refused() -> None:
    other = Warehouse.objects.create(seller=make_variant().seller, name="Kho lạ")
    with pytest.raises(ForeignWarehouse):
        set_stock(variant=make_variant(), warehouse=other, quantity=1)
    assert not Stock.objects.filter(warehouse=other).exists()
