"""Variants that run low: told once, until there is more again."""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.utils import timezone

from catalog.events import StockChanged, StockRanLow, StocksChanged
from catalog.stock.available import on_shelf
from catalog.stock.policy import StockPolicy
from marketplace.events.publish import publish


def watch_low_stock(event: StockChanged) -> None:
    """Reaction: see whether one variant has run low, or is well again."""
    watch(variant_ids=[event.variant_id])


def watch_low_stocks(event: StocksChanged) -> None:
    """Reaction: the same after an import."""
    watch(variant_ids=event.variant_ids)


def watch(*, variant_ids: Iterable[int]) -> int:
    """Publish `StockRanLow` for every variant that came to its threshold; returns for how many. Twice tells once."""
    with transaction.atomic():
        rows = StockPolicy.objects.select_for_update().filter(
            variant_id__in=set(variant_ids), low_threshold__isnull=False, variant__archived_at__isnull=True
        )
        policies = list(rows.order_by("pk"))
        free = on_shelf([policy.variant_id for policy in policies])
        low = [policy for policy in policies if free.get(policy.variant_id, 0) <= (policy.low_threshold or 0)]
        fresh = [policy for policy in low if policy.low_since is None]
        _mark(policies, low)
        for policy in fresh:
            publish(StockRanLow(variant_id=policy.variant_id, left=free.get(policy.variant_id, 0)))
    return len(fresh)


def _mark(policies: Sequence[StockPolicy], low: Sequence[StockPolicy]) -> None:
    now = timezone.now()
    for policy in policies:
        policy.low_since = (policy.low_since or now) if policy in low else None
    StockPolicy.objects.bulk_update(policies, ["low_since"])
