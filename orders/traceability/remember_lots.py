"""``remember_lots``: write down of which lots the goods were that left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from orders.fulfillment.fulfillment import Fulfillment
from orders.traceability.fulfillment_lot import FulfillmentLot
from orders.traceability.lots_leaving import LotShare, Shares


def remember_lots(*, fulfillment: Fulfillment, shares: Shares) -> None:
    """Call it once, in the transaction in which the goods leave."""
    lines = dict(fulfillment.lines.values_list("order_line_id", "pk"))
    FulfillmentLot.objects.bulk_create(
        FulfillmentLot(line_id=lines[line_id], lot=share.lot, quantity=share.quantity)
        for line_id, of_line in shares.items()
        for share in of_line
    )


def lots_of_lines(line_ids: Collection[int]) -> dict[int, list[LotShare]]:
    """By order line, what left of each lot in all its shipments; one query."""
    rows = FulfillmentLot.objects.filter(line__order_line__in=line_ids).select_related("lot", "line").order_by("pk")
    found: dict[int, dict[UUID, LotShare]] = defaultdict(dict)
    for row in rows:
        of_line = found[row.line.order_line_id]
        earlier = of_line.get(row.lot_id)
        of_line[row.lot_id] = LotShare(
            row.lot, row.quantity if earlier is None else _sum(earlier.quantity, row.quantity)
        )
    return {line_id: list(shares.values()) for line_id, shares in found.items()}


def _sum(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other
