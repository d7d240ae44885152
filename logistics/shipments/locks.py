"""Every lock of this package, taken in primary-key order."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from logistics.shipments.shipment import Shipment
from logistics.shipments.sscc.number_range import SsccRange


def lock_shipments(shipment_ids: Iterable[UUID]) -> list[Shipment]:
    """The shipments, held until the transaction ends, in primary-key order."""
    return list(Shipment.objects.select_for_update().filter(pk__in=list(shipment_ids)).order_by("pk"))


def lock_shipment(shipment_id: UUID) -> Shipment:
    """One shipment, held until the transaction ends."""
    return Shipment.objects.select_for_update().get(pk=shipment_id)


def lock_sscc_range(seller_id: int) -> SsccRange | None:
    """The serials a seller numbers parcels with now; after its shipment, where both are held."""
    return SsccRange.objects.select_for_update().filter(seller_id=seller_id, ended_at__isnull=True).first()
