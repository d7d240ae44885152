"""``set_number_series`` and ``series_for``: how a seller's lots and pieces are numbered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from catalog.traceability.minting.pattern import Pattern, read_pattern
from catalog.traceability.minting.series import NumberSeries, SeriesKind

if TYPE_CHECKING:
    from catalog.products.variant import ProductVariant


class NoSeries(LookupError):
    """The seller has not said how such numbers are written."""


def set_number_series(
    *, seller_id: int, variant: ProductVariant | None, kind: SeriesKind, pattern: str
) -> NumberSeries | None:
    """From the next number on; empty takes the series away. Counters stay, so that no number comes twice.

    Raises ``BadPattern``.
    """
    if not pattern.strip():
        NumberSeries.objects.filter(seller_id=seller_id, variant=variant, kind=kind).delete()
        return None
    row, _made = NumberSeries.objects.update_or_create(
        seller_id=seller_id, variant=variant, kind=kind, defaults={"pattern": read_pattern(pattern).text}
    )
    return row


def series_for(variant: ProductVariant, kind: SeriesKind) -> Pattern:
    """The variant's own, else the seller's; raises `NoSeries`."""
    rows = NumberSeries.objects.filter(Q(variant=variant) | Q(variant__isnull=True), seller_id=variant.seller_id)
    found = max(rows.filter(kind=kind), key=lambda row: row.variant_id is not None, default=None)
    if found is None:
        raise NoSeries(f"no series of {kind} for variant {variant.pk}")
    return read_pattern(found.pattern)
