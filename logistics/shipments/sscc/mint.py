"""``mint_ssccs``: numbers for parcels, each once in the world."""

from __future__ import annotations

from django.db import transaction

from logistics.identifiers.sscc import sscc_of
from logistics.shipments.locks import lock_sscc_range
from logistics.shipments.sscc.number_range import SsccRange

INTERNAL = "04"
"""Of GS1's numbers that no company gets: good within one's own walls only."""
INTERNAL_WIDTH = 9


def mint_ssccs(*, seller_id: int, count: int) -> list[tuple[str, bool]]:
    """So many numbers, each with whether it is internal; in the caller's transaction, which uses them.

    The serials of a range follow each other without a gap: a transaction that is undone gives its own back.
    Raises ``BadIdentifier`` when ten times the serials of a prefix are used up.
    """
    with transaction.atomic():
        row = lock_sscc_range(seller_id) or internal_range(seller_id)
        first = row.next_serial
        numbers = [sscc_of(prefix=row.prefix, serial=serial) for serial in range(first, first + count)]
        row.next_serial = first + count
        row.save(update_fields=["next_serial"])
    return [(number, row.is_internal) for number in numbers]


def internal_range(seller_id: int) -> SsccRange:
    """The seller's own slice of our internal prefix; two at once agree on one row."""
    prefix = f"{INTERNAL}{seller_id:0{INTERNAL_WIDTH - len(INTERNAL)}d}"
    SsccRange.objects.get_or_create(prefix=prefix, defaults={"seller_id": seller_id, "is_internal": True})
    row = SsccRange.objects.select_for_update().get(prefix=prefix)
    if row.ended_at is not None:
        row.ended_at = None
        row.save(update_fields=["ended_at"])
    return row
