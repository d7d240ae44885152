"""Which lots of a product can be traced by their buyers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, Min, OuterRef, QuerySet, Window
from django.db.models.functions import RowNumber

from catalog.traceability.lot import Lot, TraceCode, TraceCodeStatus
from marketplace.written_once import WrittenOnce

_WITH_CODES: WrittenOnce[tuple[int, int]] = WrittenOnce(
    lambda products: (
        TraceCode.objects.filter(status=TraceCodeStatus.ACTIVE, lot__variant__product_id__in=products)
        .order_by()
        .values_list("lot__variant__product_id")
        .annotate(number=Count("lot_id", distinct=True))
    )
)
_CODES: WrittenOnce[tuple[int, str]] = WrittenOnce(
    lambda lots: (
        TraceCode.objects.filter(status=TraceCodeStatus.ACTIVE, lot__in=lots)
        .order_by()
        .values_list("lot_id")
        .annotate(code=Min("code"))
    )
)


def lots_with_codes(product_ids: Collection[int]) -> dict[int, int]:
    """The lots with at least one code in force, by product; a product without any is not named."""
    return dict(_WITH_CODES(products=set(product_ids)))


@dataclass(frozen=True, slots=True)
class TracedLot:
    """A lot and one of its codes in force, by which its page is reached."""

    lot: Lot
    code: str


def newest_traced_lots(product_ids: Collection[int], *, first: int) -> dict[int, list[TracedLot]]:
    """At most ``first`` by product, last made first; two queries for all of them."""
    lots = _NEWEST(products=set(product_ids), first=first)
    codes = dict(_CODES(lots={lot.pk for lot in lots}))
    found: dict[int, list[TracedLot]] = defaultdict(list)
    for lot in sorted(lots, key=lambda one: one.rank):
        found[lot.product_id].append(TracedLot(lot, codes[lot.pk]))
    return dict(found)


def _ranked(products: Collection[int], first: int) -> QuerySet[Any]:
    active = TraceCode.objects.filter(status=TraceCodeStatus.ACTIVE, lot=OuterRef("pk"))
    traced = Lot.objects.filter(variant__product_id__in=products).filter(Exists(active))
    rank = Window(
        RowNumber(),
        partition_by=F("variant__product_id"),
        order_by=[F("produced_on").desc(), F("created_at").desc(), F("pk").asc()],
    )
    return traced.annotate(rank=rank, product_id=F("variant__product_id")).filter(rank__lte=first)


_NEWEST: WrittenOnce[Any] = WrittenOnce(_ranked)
