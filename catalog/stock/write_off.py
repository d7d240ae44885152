"""Broken, spoilt or lost pieces are no longer there."""

from django.db import transaction

from catalog.products.variant import ProductVariant
from catalog.stock.allocate import announce
from catalog.stock.errors import NotThere
from catalog.stock.locks import lock_stock
from catalog.stock.move import Why, move_stock
from catalog.stock.movement import MovementKind
from catalog.stock.own_warehouse import require_own
from catalog.stock.stock import Stock
from catalog.stock.warehouse import Warehouse
from marketplace.accounts.models import User


def write_off(
    *, variant: ProductVariant, warehouse: Warehouse, quantity: int, reason: str, by: User | None = None
) -> Stock:
    """So many pieces fewer lie in the warehouse; what orders hold stays. Raises `NotThere`, `ForeignWarehouse`."""
    require_own(warehouse, variant, is_emptied=True)
    with transaction.atomic():
        stock = lock_stock(variant, warehouse)
        if quantity > stock.free:
            raise NotThere(quantity, stock.free)
        move_stock([(stock, -quantity)], why=Why(MovementKind.DAMAGED, by=by, reason=reason))
        announce([variant.pk])
    return stock
