"""Take stock for placed orders, give it back, and let it leave the house.

1. Lock the stocks of every variant wanted, in primary-key order.
2. Count what is free: on the shelf, less orders, less other holders' reservations.
3. If anything is short, say everything that is short and take nothing.
4. Take each line from the warehouse with the most free pieces first, so that few parcels result.
5. Drop the holders' own reservations: they have become allocations.

Example: 7 wanted, 5 free in Thủ Dầu Một and 4 in Dĩ An, nobody else reserves: 5 come from the first, 2 from the second.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from uuid import UUID

from django.db import transaction

from catalog.events import StockChanged
from catalog.stock.available import reserved
from catalog.stock.errors import InsufficientStock, NothingToRelease, Shortage
from catalog.stock.locks import lock_stock_rows, lock_stocks
from catalog.stock.reservation import Reservation
from catalog.stock.stock import Stock
from marketplace.events.publish import publish

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class StockTaken(Generic[Key]):
    """``quantity`` pieces of one stock, held for the line that the caller calls ``line_key``."""

    line_key: Key
    stock_id: int
    quantity: int


def allocate(*, wants: Sequence[tuple[Key, int, int]], holders: Sequence[UUID] = ()) -> list[StockTaken[Key]]:
    """Hold stock for order lines ``(line_key, variant_id, quantity)``: all of them or none.

    The same piece is never held twice, however many buyers ask at once. Raises `InsufficientStock`.
    """
    wanted = Counter[int]()
    for _, variant_id, quantity in wants:
        wanted[variant_id] += quantity
    with transaction.atomic():
        stocks = lock_stocks(wanted)
        _refuse_shortages(wanted, stocks, holders)
        taken = _take(wants, stocks)
        Stock.objects.bulk_update(stocks, ["quantity_allocated"])
        Reservation.objects.filter(holder__in=holders).delete()
        _publish(wanted)
    return taken


def _refuse_shortages(wanted: Counter[int], stocks: list[Stock], holders: Sequence[UUID]) -> None:
    free = Counter[int]()
    for stock in stocks:
        free[stock.variant_id] += stock.free
    free.subtract(reserved(wanted, except_for=holders))
    short = [Shortage(v, quantity, max(free[v], 0)) for v, quantity in wanted.items() if quantity > free[v]]
    if short:
        raise InsufficientStock(*short)


def _take(wants: Sequence[tuple[Key, int, int]], stocks: list[Stock]) -> list[StockTaken[Key]]:
    by_variant: dict[int, list[Stock]] = defaultdict(list)
    for stock in stocks:
        by_variant[stock.variant_id].append(stock)
    taken: list[StockTaken[Key]] = []
    for key, variant_id, quantity in wants:
        for stock in sorted(by_variant[variant_id], key=lambda s: (-s.free, s.pk)):
            part = min(stock.free, quantity)
            if part:
                stock.quantity_allocated += part
                quantity -= part
                taken.append(StockTaken(key, stock.pk, part))
    return taken


def deallocate(taken: Iterable[StockTaken[Key]]) -> None:
    """Give held pieces back to the shelf; raises `NothingToRelease` rather than count below zero."""
    _settle(taken, leaves=False)


def ship_allocated(taken: Iterable[StockTaken[Key]]) -> None:
    """Held pieces leave the house: both the quantity and the held quantity fall. Raises `NothingToRelease`."""
    _settle(taken, leaves=True)


def _settle(taken: Iterable[StockTaken[Key]], *, leaves: bool) -> None:
    pieces = Counter[int]()
    for part in taken:
        pieces[part.stock_id] += part.quantity
    with transaction.atomic():
        stocks = lock_stock_rows(pieces)
        for stock_id, quantity in pieces.items():
            stock = stocks.get(stock_id)
            if stock is None or stock.quantity_allocated < quantity:
                raise NothingToRelease(stock_id, quantity, stock.quantity_allocated if stock else 0)
            stock.quantity_allocated -= quantity
            stock.quantity -= quantity if leaves else 0
        Stock.objects.bulk_update(stocks.values(), ["quantity", "quantity_allocated"])
        _publish({stock.variant_id for stock in stocks.values()})


def _publish(variant_ids: Iterable[int]) -> None:
    for variant_id in sorted(set(variant_ids)):
        publish(StockChanged(variant_id=variant_id))
