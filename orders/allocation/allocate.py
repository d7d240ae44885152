"""Take stock for the lines of a new order."""

from collections.abc import Sequence
from uuid import UUID

from catalog.stock.allocate import allocate
from marketplace.insert_rows import insert_rows
from orders.allocation.held import written
from orders.lifecycle.order_line import OrderLine


def allocate_lines(*, lines: Sequence[OrderLine], holder: UUID) -> None:
    """Every line gets all of its stock, or nothing is taken and ``InsufficientStock`` is raised.

    ``holder`` is the checkout: what it had reserved becomes the order's.
    """
    wants = [(line.pk, line.variant_id, line.quantity) for line in lines if line.variant_id is not None]
    taken = allocate(wants=wants, holders=[holder])
    insert_rows(written(taken))
