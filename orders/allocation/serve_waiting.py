"""Goods have arrived that orders wait for: who waits longest is served first.

lock the orders that wait, in primary-key order → give pieces to their lines → what was promised is held now.
"""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from catalog.events import StockChanged, StocksChanged
from catalog.models import ProductVariant, Stock, Warehouse
from catalog.stock.available import on_shelf
from catalog.stock.receive import receive_stock
from catalog.stock.settle import keep_promises
from catalog.stock.taken import StockTaken
from marketplace.accounts.models import User
from orders.allocation.allocation import Allocation
from orders.locks import lock_orders


def receive_made(
    *,
    variant: ProductVariant,
    warehouse: Warehouse,
    quantity: int,
    by: User | None = None,
    reason: str = "",
    reference: str = "",
) -> Stock:
    """So many pieces that were made, or have arrived, lie in the warehouse; orders that wait get theirs at once.

    Nobody else can buy them in between. Raises `ForeignWarehouse`, `WarehouseClosed`.
    """
    with transaction.atomic():
        lock_orders(_orders_waiting([variant.pk]))
        stock = receive_stock(
            variant=variant, warehouse=warehouse, quantity=quantity, by=by, reason=reason, reference=reference
        )
        serve_waiting(variant_id=variant.pk)
    stock.refresh_from_db()
    return stock


def serve_waiting(*, variant_id: int) -> int:
    """Give what lies free in warehouses to the lines that wait for it, the oldest first; returns how many pieces.

    What cannot be given yet goes on waiting. A piece is never promised and held at once.
    """
    with transaction.atomic():
        lock_orders(_orders_waiting([variant_id]))
        waiting = list(_waiting([variant_id]).select_related("order_line").order_by("id"))
        taken = keep_promises(variant_id=variant_id, waiting=[(row.order_line_id, row.quantity) for row in waiting])
        _write_down({row.order_line_id: row for row in waiting}, taken)
    return sum(part.quantity for part in taken)


def serve_after_change(event: StockChanged) -> None:
    """Reaction: however pieces came to lie there, by a count or a return, those who wait come first."""
    _serve([event.variant_id])


def serve_after_changes(event: StocksChanged) -> None:
    """Reaction: the same after an import."""
    _serve(event.variant_ids)


def _serve(variant_ids: Iterable[int]) -> None:
    awaited = set(_waiting(variant_ids).values_list("order_line__variant_id", flat=True))
    for variant_id in sorted(pk for pk, free in on_shelf(awaited).items() if free > 0):
        serve_waiting(variant_id=variant_id)


def _waiting(variant_ids: Iterable[int]) -> "QuerySet[Allocation]":
    return Allocation.objects.filter(stock__isnull=True, order_line__variant_id__in=set(variant_ids))


def _orders_waiting(variant_ids: Iterable[int]) -> list[UUID]:
    return list(
        _waiting(variant_ids).order_by().values_list("order_line__seller_order__order_id", flat=True).distinct()
    )


def _write_down(waiting: dict[int, Allocation], taken: list[StockTaken[int]]) -> None:
    for part in taken:
        row = waiting[part.line_key]
        row.quantity -= part.quantity
        held, made = Allocation.objects.get_or_create(
            order_line_id=part.line_key, stock_id=part.stock_id, defaults={"quantity": part.quantity}
        )
        if not made:
            held.quantity += part.quantity
            held.save(update_fields=["quantity"])
    touched = {part.line_key for part in taken}
    Allocation.objects.filter(pk__in=[waiting[key].pk for key in touched if not waiting[key].quantity]).delete()
    Allocation.objects.bulk_update([waiting[key] for key in touched if waiting[key].quantity], ["quantity"])
