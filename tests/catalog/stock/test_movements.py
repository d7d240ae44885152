"""Every way in which pieces come and go leaves a movement, and movements add up."""

import pytest
from django.db import IntegrityError, transaction

from catalog.models import Stock, StockMovement, Warehouse
from catalog.refusal import Refused
from catalog.stock.allocate import allocate
from catalog.stock.check import check_stock
from catalog.stock.count import set_stock, set_stocks
from catalog.stock.errors import BelowAllocated, ForeignWarehouse, NotThere, WarehouseClosed
from catalog.stock.move import Why
from catalog.stock.movement import AppendOnly, MovementKind
from catalog.stock.receive import receive_returned, receive_stock
from catalog.stock.settle import ship_allocated
from catalog.stock.taken import StockTaken
from catalog.stock.transfer import transfer_stock
from catalog.stock.update_warehouse import close_warehouse, reopen_warehouse, update_warehouse
from catalog.stock.write_off import write_off
from marketplace.events.models import OutboxMessage
from tests.factories.accounts import make_user
from tests.factories.catalog import make_stock, make_variant

pytestmark = pytest.mark.django_db


def told(stock: Stock) -> list[tuple[str, int, int, int]]:
    return list(stock.movements.values_list("kind", "quantity", "quantity_before", "quantity_after"))


def test_every_verb_leaves_its_movement() -> None:
    variant, by = make_variant(), make_user()
    stock = make_stock(variant, 10)
    other = Warehouse.objects.create(seller=variant.seller, name="Dĩ An")
    set_stock(variant=variant, warehouse=stock.warehouse, quantity=12, by=by, reason="Kiểm kê")
    receive_stock(variant=variant, warehouse=stock.warehouse, quantity=5, reference="PN-7")
    write_off(variant=variant, warehouse=stock.warehouse, quantity=2, reason="Vỡ")
    transfer_stock(variant=variant, source=stock.warehouse, target=other, quantity=3)
    taken = [part for part in allocate(wants=[("a", variant.pk, 4)]) if isinstance(part, StockTaken)]
    ship_allocated(taken, reference="BD-1")
    receive_returned(variant=variant, warehouse=stock.warehouse, quantity=1, reference="RMA-1")

    assert told(stock) == [
        ("OPENING", 10, 0, 10),
        ("COUNTED", 2, 10, 12),
        ("RECEIVED", 5, 12, 17),
        ("DAMAGED", -2, 17, 15),
        ("TRANSFERRED", -3, 15, 12),
        ("SOLD", -4, 12, 8),
        ("RETURNED", 1, 8, 9),
    ]
    assert told(other.stocks.get()) == [("TRANSFERRED", 3, 0, 3)]
    counted = stock.movements.get(kind="COUNTED")
    assert (counted.by, counted.reason) == (by, "Kiểm kê")
    assert stock.movements.get(kind="SOLD").reference == "BD-1"
    assert check_stock() == []


def test_a_count_that_says_what_is_known_leaves_nothing() -> None:
    stock = make_stock(make_variant(), 10)
    set_stock(variant=stock.variant, warehouse=stock.warehouse, quantity=10)
    assert stock.movements.count() == 1
    assert not OutboxMessage.objects.filter(name="StockChanged").exists()


def test_many_counts_at_once_in_a_few_statements(django_assert_max_num_queries: object) -> None:
    first = make_variant()
    variants = [first, *(make_variant(first.product) for _ in range(30))]
    warehouse = make_stock(first, 7).warehouse
    counts = {(warehouse.pk, variant.pk): 5 for variant in variants}
    with django_assert_max_num_queries(12), transaction.atomic():  # type: ignore[operator]  # pytest-django's fixture
        set_stocks(counts, why=Why(MovementKind.IMPORTED, reference="kho.xlsx"))
    assert Stock.objects.filter(quantity=5).count() == 31
    assert StockMovement.objects.filter(kind="IMPORTED", quantity=-2).count() == 1
    assert check_stock() == []
    message = OutboxMessage.objects.get(name="StocksChanged")
    assert len(message.payload["variant_ids"]) == 31


def test_history_cannot_be_changed() -> None:
    movement = make_stock(make_variant(), 3).movements.get()
    for change in (
        movement.save,
        movement.delete,
        StockMovement.objects.all().delete,
        lambda: StockMovement.objects.update(quantity=1),
    ):
        with pytest.raises(AppendOnly):
            change()


def test_the_database_refuses_a_movement_that_does_not_add_up() -> None:
    stock = make_stock(make_variant(), 3)
    row = {"stock": stock, "kind": "COUNTED", "at": stock.movements.get().at}
    with pytest.raises(IntegrityError), transaction.atomic():
        StockMovement.objects.create(**row, quantity=2, quantity_before=3, quantity_after=6)
    with pytest.raises(IntegrityError), transaction.atomic():
        StockMovement.objects.create(**row, quantity=0, quantity_before=3, quantity_after=3)


def test_who_changes_the_table_by_hand_is_found_out() -> None:
    stock = make_stock(make_variant(), 3)
    Stock.objects.update(quantity=5)
    [found] = check_stock()
    assert (found.stock_id, found.on_hand, found.moved) == (stock.pk, 5, 3)


def test_what_orders_hold_can_neither_be_broken_nor_carried_away() -> None:
    variant = make_variant()
    stock = make_stock(variant, 5)
    other = Warehouse.objects.create(seller=variant.seller, name="Dĩ An")
    allocate(wants=[("a", variant.pk, 4)])
    with pytest.raises(NotThere) as refused:
        write_off(variant=variant, warehouse=stock.warehouse, quantity=2, reason="Vỡ")
    assert refused.value.free == 1
    with pytest.raises(NotThere):
        transfer_stock(variant=variant, source=stock.warehouse, target=other, quantity=2)
    with pytest.raises(BelowAllocated):
        set_stock(variant=variant, warehouse=stock.warehouse, quantity=3)
    assert check_stock() == []


def test_nothing_comes_into_a_closed_or_foreign_warehouse() -> None:
    variant = make_variant()
    stock = make_stock(variant, 5)
    foreign = Warehouse.objects.create(seller=make_variant().seller, name="Lạ")
    closed = close_warehouse(warehouse=Warehouse.objects.create(seller=variant.seller, name="Cũ"))
    for place, refusal in ((closed, WarehouseClosed), (foreign, ForeignWarehouse)):
        with pytest.raises(refusal):
            receive_stock(variant=variant, warehouse=place, quantity=1)
        with pytest.raises(refusal):
            transfer_stock(variant=variant, source=stock.warehouse, target=place, quantity=1)
        with pytest.raises(refusal):
            set_stock(variant=variant, warehouse=place, quantity=1)


def test_only_an_empty_warehouse_is_closed_and_it_opens_again() -> None:
    stock = make_stock(make_variant(), 1)
    with pytest.raises(Refused) as refused:
        close_warehouse(warehouse=stock.warehouse)
    assert refused.value.problems[0].code == "NOT_EMPTY"
    set_stock(variant=stock.variant, warehouse=stock.warehouse, quantity=0)
    assert close_warehouse(warehouse=stock.warehouse).closed_at is not None
    assert reopen_warehouse(warehouse=stock.warehouse).closed_at is None


def test_a_warehouse_is_renamed_but_not_to_anothers_name() -> None:
    stock = make_stock(make_variant(), 1)
    Warehouse.objects.create(seller=stock.warehouse.seller, name="Dĩ An")
    assert update_warehouse(warehouse=stock.warehouse, name=" Thủ  Dầu Một ").name == "Thủ Dầu Một"
    for name in ("Dĩ An", "", "x" * 121):
        with pytest.raises(Refused):
            update_warehouse(warehouse=stock.warehouse, name=name)


def test_a_return_goes_where_the_goods_lie_or_into_a_new_warehouse() -> None:
    variant = make_variant()
    assert receive_returned(variant=variant, quantity=2, reference="RMA-1").warehouse.seller_id == variant.seller_id
    assert receive_returned(variant=variant, quantity=1, reference="RMA-2").quantity == 3
    assert check_stock() == []
