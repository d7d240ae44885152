"""How many pieces can still be had."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import F, Sum
from django.utils import timezone

from catalog.stock.reservation import Reservation
from catalog.stock.stock import Stock


def reserved(
    variant_ids: Iterable[int], *, except_for: Collection[UUID] = (), now: datetime | None = None
) -> dict[int, int]:
    """Pieces that unexpired reservations hold, by variant; those of ``except_for`` don't count."""
    rows = Reservation.objects.filter(variant_id__in=set(variant_ids), expires_at__gt=now or timezone.now())
    if except_for:
        rows = rows.exclude(holder__in=except_for)
    return dict(rows.order_by().values_list("variant_id").annotate(held=Sum("quantity")))


def available(
    variant_ids: Iterable[int], *, except_for: Collection[UUID] = (), now: datetime | None = None
) -> dict[int, int]:
    """Free pieces by variant, for every id asked for: on the shelf, less orders, less others' reservations."""
    ids = set(variant_ids)
    free: dict[int, int] = dict(
        Stock.objects.filter(variant_id__in=ids)
        .order_by()
        .values_list("variant_id")
        .annotate(pieces=Sum(F("quantity") - F("quantity_allocated")))
    )
    held = reserved(ids, except_for=except_for, now=now)
    return {variant_id: max(free.get(variant_id, 0) - held.get(variant_id, 0), 0) for variant_id in ids}
