"""``range_in_use``: the serials that a seller's next parcels are numbered with."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from catalog.traceability.identity.company_prefix import prefix_of
from catalog.traceability.identity.events import CompanyPrefixChanged
from logistics.shipments.locks import lock_sscc_range
from logistics.shipments.sscc.number_range import SsccRange

INTERNAL = "04"
"""Of GS1's numbers that no company gets: good within one's own walls only."""
INTERNAL_WIDTH = 9


def range_in_use(seller_id: int) -> SsccRange:
    """Under the seller's one company prefix, else the slice of our internal one that is the seller's.

    In the caller's transaction, which holds the range. One that was used before goes on where it stopped, whoever
    used it: the serials of a prefix are given out once.
    """
    claimed = prefix_of(seller_id)
    wanted = claimed.prefix if claimed else f"{INTERNAL}{seller_id:0{INTERNAL_WIDTH - len(INTERNAL)}d}"
    present = lock_sscc_range(seller_id)
    if present is not None and present.prefix == wanted:
        return present
    if present is not None:
        present.ended_at = timezone.now()
        present.save(update_fields=["ended_at"])
    return _begun(seller_id, wanted, is_internal=claimed is None)


def follow_company_prefix(event: CompanyPrefixChanged) -> None:
    """Whoever looks is told at once what the next parcel bears. Twice changes nothing."""
    with transaction.atomic():
        if lock_sscc_range(event.seller_id) is not None or prefix_of(event.seller_id) is not None:
            range_in_use(event.seller_id)


def _begun(seller_id: int, prefix: str, *, is_internal: bool) -> SsccRange:
    SsccRange.objects.get_or_create(
        prefix=prefix, defaults={"seller_id": seller_id, "is_internal": is_internal, "ended_at": timezone.now()}
    )
    row = SsccRange.objects.select_for_update().get(prefix=prefix)
    row.seller_id, row.is_internal, row.ended_at = seller_id, is_internal, None
    row.save(update_fields=["seller", "is_internal", "ended_at"])
    return row
