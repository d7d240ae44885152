"""Carry goods from one of a seller's warehouses to another."""

from django.db import transaction

from catalog.products.variant import ProductVariant
from catalog.stock.allocate import announce
from catalog.stock.errors import NotThere
from catalog.stock.locks import lock_stock_rows
from catalog.stock.move import Why, move_stock
from catalog.stock.movement import MovementKind
from catalog.stock.own_warehouse import require_own
from catalog.stock.stock import Stock
from catalog.stock.warehouse import Warehouse
from marketplace.accounts.models import User


def transfer_stock(
    *,
    variant: ProductVariant,
    source: Warehouse,
    target: Warehouse,
    quantity: int,
    by: User | None = None,
    reason: str = "",
) -> tuple[Stock, Stock]:
    """The two stocks afterwards: what one has less the other has more; pieces that orders hold stay where they are.

    Raises `NotThere`, `ForeignWarehouse`, `WarehouseClosed`.
    """
    if source.pk == target.pk or quantity < 1:
        raise ValueError(f"{quantity} pieces cannot go from {source} to {target}")
    require_own(source, variant, is_emptied=True)
    require_own(target, variant)
    with transaction.atomic():
        # Made first and then locked together, in primary-key order.
        rows = [Stock.objects.get_or_create(warehouse=place, variant=variant)[0].pk for place in (source, target)]
        locked = lock_stock_rows(rows)
        here, there = locked[rows[0]], locked[rows[1]]
        if quantity > here.free:
            raise NotThere(quantity, here.free)
        why = Why(MovementKind.TRANSFERRED, by=by, reason=reason, reference=f"{source.name} → {target.name}")
        move_stock([(here, -quantity), (there, quantity)], why=why)
        announce([variant.pk])
    return here, there
