"""``use_company_prefix``: a seller numbers parcels under the prefix that GS1 gave to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from catalog.traceability.identity.claim_prefix import claim_company_prefix
from logistics.shipments.sscc.number_range import SsccRange
from logistics.shipments.sscc.range_in_use import range_in_use

if TYPE_CHECKING:
    from marketplace.accounts.models import User


def use_company_prefix(*, seller_id: int, prefix: str, by: User | None = None) -> SsccRange:
    """It becomes the seller's one company prefix, of goods and parcels. Empty: parcels have internal numbers again.

    From the next parcel on; numbers that are out stay as they are. Raises ``BadCompanyPrefix`` and ``PrefixTaken``.
    """
    with transaction.atomic():
        claim_company_prefix(seller_id=seller_id, prefix=prefix, by=by)
        return range_in_use(seller_id)
