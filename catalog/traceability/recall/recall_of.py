"""``recall_of``: whether a lot is called back at this moment."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from catalog.traceability.lot import Lot
from catalog.traceability.recall.recall import Recall, RecalledLot


def recall_of(lot: Lot) -> Recall | None:
    """The open recall of a lot, with its texts."""
    return recalls_of([lot.pk]).get(lot.pk)


def recalls_of(lots: Collection[UUID]) -> dict[UUID, Recall]:
    """Open recalls by lot; two statements, whatever their number."""
    rows = RecalledLot.objects.filter(lot_id__in=lots, recall__closed_at__isnull=True)
    found = rows.select_related("recall__seller").prefetch_related("recall__texts")
    return {row.lot_id: row.recall for row in found}
