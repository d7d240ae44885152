"""Let allocated goods leave the house."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from catalog.stock.settle import ship_allocated
from catalog.stock.taken import StockTaken
from marketplace.accounts.models import User
from orders.allocation.allocation import Allocation
from orders.allocation.held import of_stocked


class NotAllocated(Exception):
    """A line holds less stock than is to leave."""

    def __init__(self, order_line_id: int, missing: int) -> None:
        super().__init__(f"order line {order_line_id} holds {missing} too few")
        self.order_line_id = order_line_id
        self.missing = missing


def take_out(quantities: Mapping[int, int], *, reference: str = "", by: User | None = None) -> None:
    """Ship so many pieces per order line from what the line holds, oldest allocation first.

    What leaves is no longer held, so no piece leaves twice; what was only promised has to arrive first. The caller
    holds the order's lock. ``reference`` is the number that the movement of stock is to mention.
    Raises ``NotAllocated`` and takes nothing.
    """
    held = defaultdict[int, list[Allocation]](list)
    for allocation in Allocation.objects.filter(order_line_id__in=quantities, stock__isnull=False).order_by("id"):
        held[allocation.order_line_id].append(allocation)
    taken = [
        part
        for line_id, quantity in of_stocked(quantities).items()
        for part in pieces_of(line_id, held[line_id], quantity)
    ]
    leaving = [StockTaken(row.order_line_id, row.stock_id, part) for row, part in taken if row.stock_id is not None]
    ship_allocated(leaving, reference=reference, by=by)
    lower(taken)


def pieces_of(line_id: int, held: list[Allocation], quantity: int) -> list[tuple[Allocation, int]]:
    """So many pieces of what a line holds, in the order given; raises ``NotAllocated``."""
    parts = []
    for allocation in held:
        part = min(allocation.quantity, quantity)
        if part:
            parts.append((allocation, part))
            quantity -= part
    if quantity:
        raise NotAllocated(line_id, quantity)
    return parts


def lower(taken: list[tuple[Allocation, int]]) -> None:
    """What was taken is no longer held."""
    gone = Counter[int]()
    for allocation, part in taken:
        gone[allocation.pk] += part
    rows = {allocation.pk: allocation for allocation, _ in taken}
    Allocation.objects.filter(pk__in=[pk for pk, row in rows.items() if row.quantity == gone[pk]]).delete()
    kept = [row for pk, row in rows.items() if row.quantity > gone[pk]]
    for row in kept:
        row.quantity -= gone[row.pk]
    Allocation.objects.bulk_update(kept, ["quantity"])
