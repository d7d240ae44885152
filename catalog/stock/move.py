"""The one place where what lies in a stock changes: the number and its movement, together or not at all."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from catalog.products.bulk_import.save_columns import save_columns
from catalog.stock.movement import MovementKind, StockMovement
from catalog.stock.stock import Stock
from marketplace.accounts.models import User


@dataclass(frozen=True, slots=True)
class Why:
    """What is written beside every piece that comes or goes."""

    kind: MovementKind
    by: User | None = None
    reason: str = ""
    reference: str = ""


def move_stock(changes: Iterable[tuple[Stock, int]], *, why: Why) -> None:
    """Add to what lies in stocks, or take from it, and store them as they are now; a change of 0 moves nothing.

    The caller holds the stocks' locks and has seen to it that none falls below what orders hold: what lies there is
    always the sum of its movements.
    """
    now, stocks, movements = timezone.now(), [], []
    for stock, change in changes:
        before = stock.quantity
        stock.quantity += change
        stocks.append(stock)
        if change:
            movements.append(_movement(stock, before, change, why, now=now))
    save_columns(Stock, stocks, ["quantity", "quantity_allocated"])
    StockMovement.objects.bulk_create(movements)


def _movement(stock: Stock, before: int, change: int, why: Why, *, now: datetime) -> StockMovement:
    return StockMovement(
        stock=stock,
        kind=why.kind,
        quantity=change,
        quantity_before=before,
        quantity_after=stock.quantity,
        at=now,
        by=why.by,
        reason=why.reason[:200],
        reference=why.reference[:120],
    )
