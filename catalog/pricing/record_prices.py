"""Keep what prices were: an entry whenever the stored terms are not those of the last entry."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Subquery

from catalog.pricing.price_record import PriceRecord
from catalog.products.listing import VariantChannelListing

TERMS = ("currency", "price_amount", "sale_amount", "sale_starts_at", "sale_ends_at")
BATCH = 500


def record_prices(variant_ids: Collection[int], *, at: datetime) -> int:
    """Add what changed since the last entries of these variants; returns how many. Twice changes nothing.

    Call it in the transaction of the change. A price that is gone has an entry without an amount.
    """
    listings = VariantChannelListing.objects.filter(variant_id__in=variant_ids)
    present = {(row.variant_id, row.channel_id): row for row in listings}
    latest = {(row.variant_id, row.channel_id): row for row in _latest(variant_ids)}
    changed = [
        _record(key, row, at) for key, row in present.items() if key not in latest or _terms(latest[key]) != _terms(row)
    ]
    gone = [
        PriceRecord(variant_id=row.variant_id, channel_id=row.channel_id, currency=row.currency, recorded_at=at)
        for key, row in latest.items()
        if key not in present and row.price_amount is not None
    ]
    return len(PriceRecord.objects.bulk_create([*changed, *gone], BATCH))


def record_openings(variant_ids: Collection[int]) -> None:
    """Before a change: a price nobody wrote down yet held since its product was made."""
    known = PriceRecord.objects.filter(variant=OuterRef("variant"), channel=OuterRef("channel")).values("pk")[:1]
    unknown = VariantChannelListing.objects.filter(variant_id__in=variant_ids).annotate(known=Subquery(known))
    rows = unknown.filter(known__isnull=True).select_related("variant__product")
    PriceRecord.objects.bulk_create(
        [_record((row.variant_id, row.channel_id), row, row.variant.product.created_at) for row in rows], BATCH
    )


def _latest(variant_ids: Iterable[int]) -> list[PriceRecord]:
    last = PriceRecord.objects.filter(variant=OuterRef("variant"), channel=OuterRef("channel"))
    newest = last.order_by("-recorded_at", "-pk").values("pk")[:1]
    return list(PriceRecord.objects.filter(variant_id__in=list(variant_ids), pk=Subquery(newest)))


def _terms(row: Any) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in TERMS)


def _record(key: tuple[int, int], row: VariantChannelListing, at: datetime) -> PriceRecord:
    terms = dict(zip(TERMS, _terms(row), strict=True))
    return PriceRecord(variant_id=key[0], channel_id=key[1], recorded_at=at, **terms)
