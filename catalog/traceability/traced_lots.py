"""How many lots of a product can be traced by their buyers."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Count

from catalog.traceability.lot import TraceCode, TraceCodeStatus


def lots_with_codes(product_ids: Collection[int]) -> dict[int, int]:
    """The lots with at least one code in force, by product; a product without any is not named."""
    active = TraceCode.objects.filter(status=TraceCodeStatus.ACTIVE, lot__variant__product_id__in=product_ids)
    rows = active.order_by().values_list("lot__variant__product_id").annotate(number=Count("lot_id", distinct=True))
    return dict(rows)
