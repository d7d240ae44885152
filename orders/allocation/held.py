"""What allocations say, in the words of the stock: pieces that lie there, or promised ones."""

from collections.abc import Iterable, Mapping

from catalog.stock.taken import Part, StockPromised, StockTaken
from orders.allocation.allocation import Allocation
from orders.lifecycle.order_line import OrderLine


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


def of_stocked(quantities: Mapping[int, int]) -> dict[int, int]:
    """Those of the order lines that hold stock: what is made after a description for one buyer never has any."""
    kept = OrderLine.objects.filter(pk__in=quantities, variant__isnull=False).values_list("pk", flat=True)
    return {line_id: quantities[line_id] for line_id in kept}
