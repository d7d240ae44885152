"""Goods arrive: new ones from the workshop, or what a buyer sent back."""

from django.db import transaction

from catalog.products.variant import ProductVariant
from catalog.stock.allocate import announce
from catalog.stock.locks import lock_stock
from catalog.stock.move import Why, move_stock
from catalog.stock.movement import MovementKind
from catalog.stock.own_warehouse import require_own
from catalog.stock.stock import Stock
from catalog.stock.warehouse import Warehouse
from marketplace.accounts.models import User


def receive_stock(
    *,
    variant: ProductVariant,
    warehouse: Warehouse,
    quantity: int,
    by: User | None = None,
    reason: str = "",
    reference: str = "",
) -> Stock:
    """So many pieces more lie in the warehouse. Raises `ForeignWarehouse`, `WarehouseClosed`."""
    return _add(variant, warehouse, quantity, Why(MovementKind.RECEIVED, by, reason, reference))


def receive_returned(
    *,
    variant: ProductVariant,
    quantity: int,
    reference: str,
    warehouse: Warehouse | None = None,
    by: User | None = None,
    reason: str = "",
) -> Stock:
    """What came back and can be sold again lies there again, in the seller's first open warehouse unless one is named.

    ``reference`` is the return's number. Call it once for every piece, under the lock of the return. Raises
    `ForeignWarehouse`, `WarehouseClosed`.
    """
    place = warehouse or _usual_place(variant)
    return _add(variant, place, quantity, Why(MovementKind.RETURNED, by, reason, reference))


def _usual_place(variant: ProductVariant) -> Warehouse:
    """Where it lay last, else the seller's first warehouse, which is made if there is none."""
    own = Warehouse.objects.open().filter(seller_id=variant.seller_id).order_by("pk")
    return (
        own.filter(stocks__variant=variant).first()
        or own.first()
        or Warehouse.objects.create(seller_id=variant.seller_id, name=_free_name(variant.seller_id))
    )


def _free_name(seller_id: int) -> str:
    taken = set(Warehouse.objects.filter(seller_id=seller_id).values_list("name", flat=True))
    return next(name for number in range(1, len(taken) + 2) if (name := f"Kho {number}") not in taken)


def _add(variant: ProductVariant, warehouse: Warehouse, quantity: int, why: Why) -> Stock:
    if quantity < 1:
        raise ValueError(f"{quantity} pieces cannot arrive")
    require_own(warehouse, variant)
    with transaction.atomic():
        stock = lock_stock(variant, warehouse)
        move_stock([(stock, quantity)], why=why)
        announce([variant.pk])
    return stock
