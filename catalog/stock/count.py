"""A seller's own count of what lies on the shelf."""

from collections.abc import Mapping

from django.db import transaction

from catalog.events import StocksChanged
from catalog.products.variant import ProductVariant
from catalog.stock.allocate import announce
from catalog.stock.errors import BelowAllocated
from catalog.stock.locks import lock_stock, lock_stocks
from catalog.stock.move import Why, move_stock
from catalog.stock.movement import MovementKind
from catalog.stock.own_warehouse import require_own
from catalog.stock.stock import Stock
from catalog.stock.warehouse import Warehouse
from marketplace.accounts.models import User
from marketplace.events.publish import publish

BATCH = 500


def set_stock(
    *, variant: ProductVariant, warehouse: Warehouse, quantity: int, by: User | None = None, reason: str = ""
) -> Stock:
    """Say how many pieces lie in the warehouse, orders' pieces included.

    A count never falls below what orders hold: raises `BelowAllocated`. Raises `ForeignWarehouse`, `WarehouseClosed`.
    """
    require_own(warehouse, variant, is_emptied=quantity == 0)
    with transaction.atomic():
        stock = lock_stock(variant, warehouse)
        if quantity < stock.quantity_allocated:
            raise BelowAllocated(quantity, stock.quantity_allocated)
        if stock.quantity != quantity:
            why = Why(MovementKind.COUNTED, by=by, reason=reason)
            move_stock([(stock, quantity - stock.quantity)], why=why)
            announce([variant.pk])
    return stock


def set_stocks(quantities: Mapping[tuple[int, int], int], *, why: Why) -> None:
    """Say many counts at once, by ``(warehouse, variant)``: three statements, whatever their number.

    The caller has checked them, under `lock_stocks`, against what orders hold. Call it inside a transaction.
    """
    stocks = _present(quantities)
    changes = [
        (stock, quantity - stock.quantity)
        for place, quantity in quantities.items()
        if (stock := stocks[place]).quantity != quantity
    ]
    move_stock(changes, why=why)
    changed = sorted({stock.variant_id for stock, _change in changes})
    for start in range(0, len(changed), BATCH):
        publish(StocksChanged(variant_ids=changed[start : start + BATCH]))


def _present(places: Mapping[tuple[int, int], int]) -> dict[tuple[int, int], Stock]:
    """The stocks, locked; those that were not there yet are, empty."""
    variant_ids = {variant_id for _warehouse_id, variant_id in places}
    found = {(stock.warehouse_id, stock.variant_id): stock for stock in lock_stocks(variant_ids)}
    missing = [Stock(warehouse_id=place[0], variant_id=place[1]) for place in places if place not in found]
    if missing:
        # Another may make the same one at this moment: it is theirs then, and read again under its lock.
        Stock.objects.bulk_create(missing, ignore_conflicts=True)
        found = {(stock.warehouse_id, stock.variant_id): stock for stock in lock_stocks(variant_ids)}
    return found
