"""Which lots of a product can be traced by their buyers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Exists, F, Min, OuterRef, Window
from django.db.models.functions import RowNumber

from catalog.traceability.lot import Lot, TraceCode, TraceCodeStatus


def lots_with_codes(product_ids: Collection[int]) -> dict[int, int]:
    """The lots with at least one code in force, by product; a product without any is not named."""
    active = TraceCode.objects.filter(status=TraceCodeStatus.ACTIVE, lot__variant__product_id__in=product_ids)
    rows = active.order_by().values_list("lot__variant__product_id").annotate(number=Count("lot_id", distinct=True))
    return dict(rows)


@dataclass(frozen=True, slots=True)
class TracedLot:
    """A lot and one of its codes in force, by which its page is reached."""

    lot: Lot
    code: str


def newest_traced_lots(product_ids: Collection[int], *, first: int) -> dict[int, list[TracedLot]]:
    """At most ``first`` by product, last made first; two queries for all of them."""
    active = TraceCode.objects.filter(status=TraceCodeStatus.ACTIVE)
    traced = Lot.objects.filter(variant__product_id__in=product_ids).filter(Exists(active.filter(lot=OuterRef("pk"))))
    rank = Window(
        RowNumber(),
        partition_by=F("variant__product_id"),
        order_by=[F("produced_on").desc(), F("created_at").desc(), F("pk").asc()],
    )
    lots = list(traced.annotate(rank=rank, product_id=F("variant__product_id")).filter(rank__lte=first))
    codes = dict(active.filter(lot__in=lots).order_by().values_list("lot_id").annotate(code=Min("code")))
    found: dict[int, list[TracedLot]] = defaultdict(list)
    for lot in sorted(lots, key=lambda one: one.rank):
        found[lot.product_id].append(TracedLot(lot, codes[lot.pk]))
    return dict(found)
