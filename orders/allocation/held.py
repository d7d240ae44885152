"""What allocations say, in the words of the stock: pieces that lie there, or promised ones."""

from collections.abc import Iterable

from catalog.stock.taken import Part, StockPromised, StockTaken
from orders.allocation.allocation import Allocation


def as_part(allocation: Allocation, quantity: int | None = None) -> Part[int]:
    """All of an allocation, or so many pieces of it. Needs its ``order_line``."""
    line = allocation.order_line
    pieces = allocation.quantity if quantity is None else quantity
    if allocation.stock_id is not None:
        return StockTaken(line.pk, allocation.stock_id, pieces)
    if line.variant_id is None:
        raise LookupError(f"order line {line.pk} waits for a variant that is gone")
    return StockPromised(line.pk, line.variant_id, pieces)


def written(parts: Iterable[Part[int]]) -> list[Allocation]:
    """Rows of what was taken, not stored yet."""
    return [
        Allocation(
            order_line_id=part.line_key,
            stock_id=part.stock_id if isinstance(part, StockTaken) else None,
            quantity=part.quantity,
        )
        for part in parts
    ]
