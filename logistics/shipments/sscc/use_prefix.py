"""``use_company_prefix``: a seller numbers parcels under the prefix that GS1 gave to it."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from logistics.identifiers.sscc import company_prefix
from logistics.shipments.locks import lock_sscc_range
from logistics.shipments.sscc.mint import internal_range
from logistics.shipments.sscc.number_range import SsccRange


class PrefixTaken(ValueError):
    """Another seller here uses it; a company has its prefix alone."""

    def __init__(self, prefix: str) -> None:
        super().__init__(f"the prefix {prefix} belongs to another seller")
        self.prefix = prefix


def use_company_prefix(*, seller_id: int, prefix: str) -> SsccRange:
    """From the next parcel on; a prefix that was used before goes on where it stopped. Empty: back to the internal one.

    Raises ``BadIdentifier`` and `PrefixTaken`. Numbers that are out stay as they are.
    """
    with transaction.atomic():
        present = lock_sscc_range(seller_id)
        if present is not None:
            present.ended_at = timezone.now()
            present.save(update_fields=["ended_at"])
        return _range(seller_id, company_prefix(prefix)) if prefix.strip() else internal_range(seller_id)


def _range(seller_id: int, prefix: str) -> SsccRange:
    SsccRange.objects.get_or_create(
        prefix=prefix, defaults={"seller_id": seller_id, "is_internal": False, "ended_at": timezone.now()}
    )
    row = SsccRange.objects.select_for_update().get(prefix=prefix)
    if row.seller_id != seller_id:
        raise PrefixTaken(prefix)
    row.ended_at = None
    row.save(update_fields=["ended_at"])
    return row
