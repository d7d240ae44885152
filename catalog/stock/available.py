"""How many pieces can still be had: those that lie there, and those that may be promised before they do."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import F, Sum
from django.utils import timezone

from catalog.stock.policy import StockMode, StockPolicy
from catalog.stock.reservation import Reservation
from catalog.stock.stock import Stock
from marketplace.written_once import WrittenOnce

_on_shelf: WrittenOnce[tuple[int, int]] = WrittenOnce(
    lambda ids: (
        Stock.objects.filter(variant_id__in=ids)
        .order_by()
        .values_list("variant_id")
        .annotate(pieces=Sum(F("quantity") - F("quantity_allocated")))
    )
)
_policies: WrittenOnce[StockPolicy] = WrittenOnce(
    lambda ids: StockPolicy.objects.filter(variant_id__in=ids).exclude(mode=StockMode.IN_STOCK).order_by()
)
_reserved: WrittenOnce[tuple[int, int]] = WrittenOnce(
    lambda ids, now: (
        Reservation.objects.filter(variant_id__in=ids, expires_at__gt=now)
        .order_by()
        .values_list("variant_id")
        .annotate(held=Sum("quantity"))
    )
)
_reserved_by_others: WrittenOnce[tuple[int, int]] = WrittenOnce(
    lambda ids, now, holders: (
        Reservation.objects.filter(variant_id__in=ids, expires_at__gt=now)
        .exclude(holder__in=holders)
        .order_by()
        .values_list("variant_id")
        .annotate(held=Sum("quantity"))
    )
)


def reserved(
    variant_ids: Iterable[int], *, except_for: Collection[UUID] = (), now: datetime | None = None
) -> dict[int, int]:
    """Pieces that unexpired reservations hold, by variant; those of ``except_for`` don't count."""
    moment = now or timezone.now()
    if except_for:
        return dict(_reserved_by_others(ids=set(variant_ids), now=moment, holders=set(except_for)))
    return dict(_reserved(ids=set(variant_ids), now=moment))


def available(
    variant_ids: Iterable[int], *, except_for: Collection[UUID] = (), now: datetime | None = None
) -> dict[int, int]:
    """Pieces by variant, for every id asked for: free on the shelf or still to be promised, not reserved by others."""
    ids = set(variant_ids)
    free, promisable = on_shelf(ids), to_be_promised(ids)
    held = reserved(ids, except_for=except_for, now=now)
    return {pk: max(free.get(pk, 0) + promisable.get(pk, 0) - held.get(pk, 0), 0) for pk in ids}


def free_of(
    variant_ids: Iterable[int],
    stocks: Iterable[Stock],
    policies: Mapping[int, StockPolicy],
    *,
    except_for: Collection[UUID],
) -> dict[int, int]:
    """The same from rows that the caller has locked: nobody changes them until the transaction ends."""
    ids = set(variant_ids)
    free = Counter[int]({pk: policy.promisable for pk, policy in policies.items()})
    for stock in stocks:
        free[stock.variant_id] += stock.free
    free.subtract(reserved(ids, except_for=except_for))
    return {pk: max(free[pk], 0) for pk in ids}


def on_shelf(variant_ids: Iterable[int]) -> dict[int, int]:
    """Pieces that lie in warehouses and no order holds, by variant; reservations are not looked at."""
    return dict(_on_shelf(ids=set(variant_ids)))


def to_be_promised(variant_ids: Iterable[int]) -> dict[int, int]:
    """Pieces that may still be sold without lying there, by variant, for those made to order or ordered ahead."""
    return {policy.variant_id: policy.promisable for policy in _policies(ids=set(variant_ids))}
