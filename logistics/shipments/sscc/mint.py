"""``mint_ssccs``: numbers for parcels, each once in the world."""

from __future__ import annotations

from django.db import transaction

from logistics.identifiers.sscc import sscc_of
from logistics.shipments.sscc.range_in_use import range_in_use


def mint_ssccs(*, seller_id: int, count: int) -> list[tuple[str, bool]]:
    """So many numbers, each with whether it is internal; in the caller's transaction, which uses them.

    The serials of a range follow each other without a gap: a transaction that is undone gives its own back.
    Raises ``BadIdentifier`` when ten times the serials of a prefix are used up.
    """
    with transaction.atomic():
        row = range_in_use(seller_id)
        first = row.next_serial
        numbers = [sscc_of(prefix=row.prefix, serial=serial) for serial in range(first, first + count)]
        row.next_serial = first + count
        row.save(update_fields=["next_serial"])
    return [(number, row.is_internal) for number in numbers]
