"""Give back some of what order lines hold."""

from collections import defaultdict
from collections.abc import Mapping

from catalog.stock.settle import deallocate
from orders.allocation.allocation import Allocation
from orders.allocation.held import as_part, of_stocked
from orders.allocation.take_out import lower, pieces_of


def give_back_pieces(quantities: Mapping[int, int]) -> None:
    """So many pieces per order line, those that were only promised first, then the youngest allocation.

    The caller holds the order's lock. Raises ``NotAllocated`` and gives nothing back.
    """
    held = defaultdict[int, list[Allocation]](list)
    rows = Allocation.objects.filter(order_line_id__in=quantities).select_related("order_line")
    for row in sorted(rows, key=lambda row: (row.stock_id is not None, -row.pk)):
        held[row.order_line_id].append(row)
    given = [
        part
        for line_id, quantity in of_stocked(quantities).items()
        for part in pieces_of(line_id, held[line_id], quantity)
    ]
    deallocate([as_part(row, quantity) for row, quantity in given])
    lower(given)
