"""What orders hold goes back to the shelf, or leaves the house; what was promised is called off, or kept."""

from collections import Counter
from collections.abc import Iterable, Sequence

from django.db import transaction

from catalog.stock.allocate import announce, take_from
from catalog.stock.errors import NothingToRelease, NotPromised
from catalog.stock.locks import lock_policies, lock_stock_rows, lock_stocks
from catalog.stock.move import Why, move_stock
from catalog.stock.movement import MovementKind
from catalog.stock.policy import StockPolicy
from catalog.stock.stock import Stock
from catalog.stock.taken import Key, Part, StockPromised, StockTaken
from marketplace.accounts.models import User


def deallocate(taken: Iterable[Part[Key]]) -> None:
    """Give held pieces back to the shelf and call promises off.

    Raises `NothingToRelease` or `NotPromised` rather than count below zero.
    """
    parts = list(taken)
    with transaction.atomic():
        stocks = _released(part for part in parts if isinstance(part, StockTaken))
        Stock.objects.bulk_update(stocks, ["quantity_allocated"])
        called_off = _called_off(part for part in parts if isinstance(part, StockPromised))
        announce([*(stock.variant_id for stock in stocks), *called_off])


def ship_allocated(taken: Iterable[StockTaken[Key]], *, reference: str = "", by: User | None = None) -> None:
    """Held pieces leave the house for the order named: what lies there and what is held fall alike.

    Raises `NothingToRelease`.
    """
    parts = list(taken)
    with transaction.atomic():
        gone = _pieces(parts)
        stocks = _released(parts)
        why = Why(MovementKind.SOLD, by=by, reference=reference)
        move_stock([(stock, -gone[stock.pk]) for stock in stocks], why=why)
        announce(stock.variant_id for stock in stocks)


def keep_promises(*, variant_id: int, waiting: Sequence[tuple[Key, int]]) -> list[StockTaken[Key]]:
    """Pieces that have arrived go to the lines ``(line_key, quantity)`` that wait for them, in their order.

    A promise becomes a held piece, never both; returns what could be given. Raises `NotPromised`.
    """
    taken: list[StockTaken[Key]] = []
    with transaction.atomic():
        stocks = lock_stocks([variant_id])
        policy = lock_policies([variant_id]).get(variant_id)
        for key, quantity in waiting:
            taken += take_from(stocks, key, quantity)
        kept = sum(part.quantity for part in taken)
        if not kept:
            return []
        if policy is None or policy.quantity_promised < kept:
            raise NotPromised(variant_id, kept, policy.quantity_promised if policy else 0)
        policy.quantity_promised -= kept
        policy.save(update_fields=["quantity_promised"])
        Stock.objects.bulk_update(stocks, ["quantity_allocated"])
        announce([variant_id])
    return taken


def _pieces(parts: Iterable[StockTaken[Key]]) -> Counter[int]:
    pieces = Counter[int]()
    for part in parts:
        pieces[part.stock_id] += part.quantity
    return pieces


def _released(parts: Iterable[StockTaken[Key]]) -> list[Stock]:
    """The stocks, locked, holding that much less; the caller stores them."""
    pieces = _pieces(parts)
    stocks = lock_stock_rows(pieces)
    for stock_id, quantity in pieces.items():
        stock = stocks.get(stock_id)
        if stock is None or stock.quantity_allocated < quantity:
            raise NothingToRelease(stock_id, quantity, stock.quantity_allocated if stock else 0)
        stock.quantity_allocated -= quantity
    return list(stocks.values())


def _called_off(parts: Iterable[StockPromised[Key]]) -> list[int]:
    pieces = Counter[int]()
    for part in parts:
        pieces[part.variant_id] += part.quantity
    policies = lock_policies(pieces)
    for variant_id, quantity in pieces.items():
        policy = policies.get(variant_id)
        if policy is None or policy.quantity_promised < quantity:
            raise NotPromised(variant_id, quantity, policy.quantity_promised if policy else 0)
        policy.quantity_promised -= quantity
    StockPolicy.objects.bulk_update(policies.values(), ["quantity_promised"])
    return list(policies)
