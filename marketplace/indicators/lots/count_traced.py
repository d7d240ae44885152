"""``count_traced``: the lots with at least two linked stages, by the rule of ``catalog.traceability.linked_stages``.

1. One statement counts, for every lot, the stages of the events that name it as it is called now.
2. Those with fewer than two that any event names at all are followed (see ``follow``), a thousand at a time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any
from uuid import UUID

from django.db.models import CharField, Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Concat

from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.epcis.event_rows import EventThing, ThingRole
from catalog.traceability.identity.lot_name import LotName
from catalog.traceability.linked_stages import NEEDED
from catalog.traceability.lot import Lot
from catalog.traceability.own_vocabulary import RENAMING
from marketplace.indicators.lots.follow import Way, follow

AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class TracedLots:
    lots: int
    sellers: int


def count_traced() -> TracedLots:
    """Two statements, and at most 42 for each thousand of the lots with one stage or none."""
    lots = _with_stages()
    by_seller = dict(lots.filter(stages__gte=NEEDED).order_by().values_list("seller_id").annotate(lots=Count("pk")))
    for way in _followed(lots.filter(stages__lt=NEEDED)):
        if way.is_traced:
            by_seller[way.seller_id] = by_seller.get(way.seller_id, 0) + 1
    return TracedLots(sum(by_seller.values()), len(by_seller))


def _with_stages() -> QuerySet[Any]:
    """Lots that events name, each with its own stages."""
    things = EventThing.objects.filter(uri=OuterRef("uri")).order_by()
    stage = Concat("event__biz_step", Value(" "), Cast("event__seller", CharField()), output_field=CharField())
    told = things.exclude(role=ThingRole.INPUT).filter(~Exists(_taking_back()), event__is_error_declaration=False)
    counted = (
        told.exclude(event__biz_step__in=("", RENAMING)).values("uri").annotate(stages=Count(stage, distinct=True))
    )
    stages = Coalesce(Subquery(counted.values("stages")), Value(0), output_field=IntegerField())
    named = Q(Exists(things)) | Q(Exists(LotName.objects.filter(lot=OuterRef("pk"))))
    return Lot.objects.filter(named).exclude(uri="").annotate(stages=stages)


def _taking_back() -> QuerySet[EpcisEvent]:
    """Of an event: the error declaration that says it never was."""
    same = EpcisEvent.objects.filter(is_error_declaration=True, event_hash=OuterRef("event__event_hash"))
    return same.filter(Q(seller=OuterRef("event__seller")) | Q(seller=None))


def _followed(lots: QuerySet[Any]) -> Iterator[Way]:
    rows = lots.order_by("pk").values_list("pk", "seller_id", "uri").iterator(chunk_size=AT_ONCE)
    while chunk := list(islice(rows, AT_ONCE)):
        earlier = _earlier_names([pk for pk, _, _ in chunk])
        ways = [Way(seller_id, {uri, *earlier[pk]}) for pk, seller_id, uri in chunk]
        follow(ways)
        yield from ways


def _earlier_names(lots: list[UUID]) -> dict[UUID, set[str]]:
    found: dict[UUID, set[str]] = defaultdict(set)
    for lot, uri in LotName.objects.filter(lot__in=lots).order_by().values_list("lot_id", "uri"):
        found[lot].add(uri)
    return found
