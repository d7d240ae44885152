"""LotName: what events called a lot before; ``Lot.uri`` is what they call it now."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db import models
from django.db.models import Q

from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.identity.uris import lot_uri
from catalog.traceability.lot import Lot


class LotName(models.Model):
    """``event`` gave the lot its next name. Only renamings of our own are here, not what others capture as one."""

    lot = models.ForeignKey(Lot, on_delete=models.CASCADE, related_name="earlier_names")
    uri = models.CharField(max_length=400, db_index=True)
    event = models.ForeignKey(EpcisEvent, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["created_at", "pk"]

    def __str__(self) -> str:
        return self.uri


def names_of(lot: Lot) -> frozenset[str]:
    """All that events ever called it by. Needs ``lot.variant``."""
    return names_of_lots([lot])[lot.pk]


def names_of_lots(lots: Collection[Lot]) -> dict[UUID, frozenset[str]]:
    """The same of many lots, in one statement."""
    names = {lot.pk: {lot_uri(lot)} for lot in lots}
    for lot_id, uri in LotName.objects.filter(lot__in=names).order_by().values_list("lot_id", "uri"):
        names[lot_id].add(uri)
    return {key: frozenset(found) for key, found in names.items()}


def present_names(uris: Iterable[str], *, seller_id: int) -> dict[str, str]:
    """Of the seller's lots that bear or bore one of the names: every earlier name, and the name that they bear now."""
    asked = list(uris)
    once = LotName.objects.filter(uri__in=asked).values("lot")
    lots = Lot.objects.filter(Q(uri__in=asked) | Q(pk__in=once), seller_id=seller_id)
    rows = LotName.objects.filter(lot__in=lots).order_by()
    return {old: new for old, new in rows.values_list("uri", "lot__uri") if old != new}


def renamings() -> models.QuerySet[LotName]:
    """Rows of events by which nothing was made or used up: to be compared with ``event_id`` of an outer query."""
    return LotName.objects.filter(event=models.OuterRef("event"))
