"""``sold_of_lots``: how many pieces of lots have left, as far as the sellers of the marketplace wrote down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from decimal import Decimal
from uuid import UUID

from catalog.traceability.recall.receivers import receipts_of


def sold_of_lots(lots: Collection[UUID]) -> dict[UUID, Decimal]:
    """In pieces. What was called off or came back was never gone for good and is taken off by whoever knows."""
    found: dict[UUID, Decimal] = defaultdict(Decimal)
    for receipt in receipts_of(lots):
        if receipt.lot_id is not None and receipt.quantity is not None:
            found[receipt.lot_id] += receipt.quantity
    return found
